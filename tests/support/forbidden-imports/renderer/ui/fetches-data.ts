import { client } from '#renderer/data/api.ts'; export const a = client;
