import fs from 'node:fs'; export const a = fs;
