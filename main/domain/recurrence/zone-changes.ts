import { Temporal } from 'temporal-polyfill';

/** A moment at which the clocks of a zone are set. */
export interface ZoneChange {
  /** What they showed at that moment, `YYYY-MM-DDTHH:mm:ss`. */
  readonly local: string;
  /** What is added to UTC before and after, in seconds: before 1900 not always whole minutes. */
  readonly offsetBeforeSec: number;
  readonly offsetAfterSec: number;
}

const NS_PER_SECOND = 1_000_000_000;

/**
 * How a zone's clocks run between two instants: the first one is the state at `fromMs`, with the same offset before and
 * after. It is what an iCalendar VTIMEZONE is made of (RFC 5545 section 3.6.5).
 *
 * @throws RangeError when there is no such zone
 */
export function zoneChanges(zone: string, fromMs: number, toMs: number): ZoneChange[] {
  let at = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone);
  let offsetSec = at.offsetNanoseconds / NS_PER_SECOND;
  const changes: ZoneChange[] = [
    {
      local: at.toPlainDateTime().toString({ smallestUnit: 'second' }),
      offsetBeforeSec: offsetSec,
      offsetAfterSec: offsetSec,
    },
  ];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds > toMs) return changes;
    const offsetAfterSec = next.offsetNanoseconds / NS_PER_SECOND;
    const before = next.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ seconds: offsetSec });
    changes.push({ local: before.toString({ smallestUnit: 'second' }), offsetBeforeSec: offsetSec, offsetAfterSec });
    [at, offsetSec] = [next, offsetAfterSec];
  }
}
