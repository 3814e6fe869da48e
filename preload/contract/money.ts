import { z } from 'zod';

/** An amount in the currency's minor units (cents, or whole yen), with its ISO 4217 code. */
export const money = z.object({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });

export type Money = z.infer<typeof money>;
