/** What is asked of an address. */
export interface FeedRequest {
  readonly url: string;
  /** Of the last answer, so that the same again need not be sent. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The person agreed to an address that is not encrypted, or inside their own network. */
  readonly isConfirmed: boolean;
}

/** Why an address brought nothing. */
export type FeedTrouble = 'offline' | 'unauthorised' | 'gone' | 'broken';

export type FeedAnswer =
  | {
      readonly kind: 'read';
      readonly bytes: Uint8Array;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: FeedTrouble }
  /** It was not asked at all. */
  | { readonly kind: 'private' | 'insecure' | 'invalid' };

/** The one way out to the network: calendars that the person subscribed to. */
export interface Feeds {
  /** Never throws for what the other side does. Bounded in time and size. */
  read(request: FeedRequest): Promise<FeedAnswer>;
}
