import { attachmentsContract } from '#contract/attachments';
import { attachmentsById } from '#db/queries/attachments';
import { implement } from '@orpc/server';
import fs from 'node:fs';
import path from 'node:path';
import { type Feature, type FeatureContext, mapFailures } from '../feature.ts';
import { Refusal } from '../refusal.ts';
import { isProgram } from './file-type.ts';
import { asAttachment, keepAttachment, linkOf, sweepParts } from './keep-attachment.ts';

export { attachmentLinks, filesLinkedIn, withLinksFrom } from './links.ts';
export { keepAttachment } from './keep-attachment.ts';

const os = implement(attachmentsContract).$context<FeatureContext>().use(mapFailures);

const router = os.router({
  keep: os.keep.handler(async ({ input: { file }, context: { services } }) =>
    keepAttachment(services, {
      name: file.name,
      mime: file.type,
      contents: new Uint8Array(await file.arrayBuffer()),
    }),
  ),
  describe: os.describe.handler(({ input: { ids }, context: { services } }) =>
    attachmentsById(services.ledger.read, ids).map(asAttachment),
  ),
  open: os.open.handler(async ({ input: { id }, context: { services } }) => {
    const [row] = attachmentsById(services.ledger.read, [id]);
    const file = row && path.join(services.storage.status().dataDir, linkOf(row));
    if (!row || !file || !fs.existsSync(file)) throw new Refusal('NOT_FOUND', { what: 'file' });
    if (isProgram(row.extension)) throw new Refusal('IS_PROGRAM');
    try {
      await services.desktop.openFile(file);
    } catch (error) {
      services.log.error('no program opened an attached file', error);
      throw new Refusal('NOT_OPENED');
    }
  }),
});

export const attachmentsFeature = {
  name: 'attachments',
  router,
  start(services) {
    void sweepParts(services);
    return () => {};
  },
} satisfies Feature<typeof router>;
