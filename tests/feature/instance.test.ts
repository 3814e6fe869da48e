import { type InstanceMessage, becomeInstance, instanceAddress, tellInstance } from '#main/core/instance';
import fs from 'node:fs';
import net from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/test-core.ts';

async function instance(dataDir: string): Promise<{ heard: InstanceMessage[]; leave: (() => void) | null }> {
  const heard: InstanceMessage[] = [];
  const leave = await becomeInstance(dataDir, (message) => heard.push(message));
  onTestFinished(() => leave?.());
  return { heard, leave };
}

describe('one instance per data folder', () => {
  it('hears a second start and says so', async () => {
    const dataDir = temporaryFolder();
    const { heard } = await instance(dataDir);
    expect(await tellInstance(dataDir, 'show')).toBe(true);
    expect(await tellInstance(dataDir, 'changed')).toBe(true);
    expect(heard).toEqual(['show', 'changed']);
    expect((await instance(dataDir)).leave).toBeNull();
  });

  it('leaves other data folders alone', async () => {
    await instance(temporaryFolder());
    expect(await tellInstance(temporaryFolder(), 'show')).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('takes the place of one that was killed', async () => {
    const dataDir = temporaryFolder();
    // What a SIGKILL leaves: the socket file, and nobody behind it.
    const address = instanceAddress(dataDir);
    const orphan = net.createServer().listen(address);
    await new Promise((resolve) => orphan.once('listening', resolve));
    fs.renameSync(address, `${address}.kept`);
    await new Promise((resolve) => orphan.close(resolve));
    fs.renameSync(`${address}.kept`, address);
    expect(await tellInstance(dataDir, 'show')).toBe(false);
    expect((await instance(dataDir)).leave).not.toBeNull();
    expect(await tellInstance(dataDir, 'show')).toBe(true);
  });

  it.skipIf(process.platform === 'win32')('answers nothing but its three words', async () => {
    const dataDir = temporaryFolder();
    const { heard } = await instance(dataDir);
    const socket = net.connect(instanceAddress(dataDir));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.end('rm -rf\n');
    await new Promise((resolve) => socket.once('close', resolve));
    expect(answer).toBe('no\n');
    expect(heard).toEqual([]);
  });
});
