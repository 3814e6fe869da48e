import { dataDir as dataDirOf } from '#main/core/data-dir';

/** The options of commands that open data. */
export const PROFILE = {
  'data-dir': { type: 'string' },
  demo: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export const PROFILE_HELP = `  --data-dir DIR use the data in DIR
  --demo         use the sample profile instead of your own data
  --json         print one JSON value`;

export interface ProfileChoice {
  readonly 'data-dir'?: string | undefined;
  readonly demo: boolean;
}

/** The data folder a command line means. */
export const folderOf = (choice: ProfileChoice): string =>
  dataDirOf({ chosen: choice['data-dir'], isDemo: choice.demo });
