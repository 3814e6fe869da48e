import { describe, expect, test } from 'vitest';
import { readText } from '#main/domain/grammar/read';

// Friday, 27 November 2026, 10:00 in Vienna.
const NOW = { nowMs: Date.parse('2026-11-27T09:00:00Z'), zone: 'Europe/Vienna' };

/** The first thing of a text: its title, its time and its recurrence. */
function said(text: string, locale: string): string {
  const { items } = readText(text, { ...NOW, locale });
  const [item] = items;
  const when = item?.start ?? item?.due;
  const local =
    when && (when.grain === 'day' || when.grain === 'week' ? when.local.slice(0, 10) : when.local.slice(0, 16));
  return [item?.title, local, item?.recurrence].filter((one) => one !== undefined).join(' | ');
}

const CASES: Readonly<Record<string, readonly (readonly [text: string, expected: string])[]>> = {
  de: [
    ['Oma anrufen morgen um 17 Uhr', 'Oma anrufen | 2026-11-28T17:00'],
    ['Müll rausbringen jeden zweiten Dienstag', 'Müll rausbringen | 2026-12-01 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    ['alle 3 Tage Blumen gießen', 'Blumen gießen | 2026-11-27 | FREQ=DAILY;INTERVAL=3'],
    ['jeden Montag und Donnerstag um 18:30 Training', 'Training | 2026-11-30T18:30 | FREQ=WEEKLY;BYDAY=MO,TH'],
    ['Bericht bis Freitag abgeben', 'Bericht abgeben | 2026-12-04'],
    ['halb drei Zahnarzt', 'Zahnarzt | 2026-11-27T14:30'],
    ['Treffen um viertel vor acht', 'Treffen | 2026-11-28T07:45'],
    ['14 Uhr 30 Vorlesung', 'Vorlesung | 2026-11-27T14:30'],
    ['jeden ersten Montag im Monat Chor', 'Chor | 2026-12-07 | FREQ=MONTHLY;BYDAY=1MO'],
    ['wöchentlich 10 mal Übung', 'Übung | 2026-11-27 | FREQ=WEEKLY;COUNT=10'],
    ['Müll am 3.', 'Müll | 2026-12-03'],
    ['Chor jeden 3. Dienstag im Monat', 'Chor | 2026-12-15 | FREQ=MONTHLY;BYDAY=3TU'],
    ['Steuer am Montag in zwei Wochen', 'Steuer | 2026-12-07'],
    ['erinnere mich morgen um 9 an die Steuer', 'Steuer | 2026-11-28T09:00'],
    ['Miete zahlen am letzten Tag des Monats', 'Miete zahlen | 2026-11-30'],
    ['Urlaub vom 3. bis 5. Mai', 'Urlaub | 2027-05-03'],
    ['Kino übermorgen Abend', 'Kino | 2026-11-29'],
    ['Rechnung schreiben naechsten Mittwoch', 'Rechnung schreiben | 2026-12-02'],
    ['in anderthalb Stunden Pause', 'Pause | 2026-11-27T11:30'],
  ],
  fr: [
    ['appeler maman demain à 17h', 'appeler maman | 2026-11-28T17:00'],
    ['tous les lundis à 8h réunion', 'réunion | 2026-11-30T08:00 | FREQ=WEEKLY;BYDAY=MO'],
    ['poubelles toutes les deux semaines', 'poubelles | 2026-11-27 | FREQ=WEEKLY;INTERVAL=2'],
    ['chorale un vendredi sur deux', 'chorale | 2026-11-27 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
    ['chaque premier lundi du mois', 'chaque premier lundi du mois | 2026-12-07 | FREQ=MONTHLY;BYDAY=1MO'],
    ['le dernier jour du mois payer le loyer', 'payer le loyer | 2026-11-30'],
    ['rappelle-moi de payer le loyer demain', 'payer le loyer | 2026-11-28'],
    ['dentiste vendredi prochain à 14 heures 30', 'dentiste | 2026-12-04T14:30'],
    ['train à huit heures et demie', 'train | 2026-11-28T08:30'],
    ['sortir le pain dans une demi-heure', 'sortir le pain | 2026-11-27T10:30'],
    ['rapport avant vendredi', 'rapport | 2026-12-04'],
    ["antibiotiques tous les jours jusqu'au 5 mai", 'antibiotiques | 2026-11-27 | FREQ=DAILY;UNTIL=20270505'],
    ['piscine apres-demain matin', 'piscine | 2026-11-29'],
  ],
  es: [
    ['llamar a mamá mañana a las 5 de la tarde', 'llamar a mamá | 2026-11-28T17:00'],
    ['todos los lunes a las 8 reunión', 'reunión | 2026-11-30T08:00 | FREQ=WEEKLY;BYDAY=MO'],
    ['basura cada dos semanas', 'basura | 2026-11-27 | FREQ=WEEKLY;INTERVAL=2'],
    ['coro el primer lunes de cada mes', 'coro | 2026-12-07 | FREQ=MONTHLY;BYDAY=1MO'],
    ['el último día del mes pagar alquiler', 'pagar alquiler | 2026-11-30'],
    ['recuérdame pagar el alquiler mañana', 'pagar el alquiler | 2026-11-28'],
    ['tren a las ocho y media', 'tren | 2026-11-28T08:30'],
    ['dentista el viernes que viene a las 14:30', 'dentista | 2026-12-04T14:30'],
    ['pan en media hora', 'pan | 2026-11-27T10:30'],
    ['informe antes del viernes', 'informe | 2026-12-04'],
    ['piscina pasado manana por la manana', 'piscina | 2026-11-29'],
    ['excursión el día 12 de octubre', 'excursión | 2027-10-12'],
  ],
  pt: [
    ['ligar para mamãe amanhã às 17h', 'ligar para mamãe | 2026-11-28T17:00'],
    ['toda segunda às 8h reunião', 'reunião | 2026-11-30T08:00 | FREQ=WEEKLY;BYDAY=MO'],
    ['lixo a cada duas semanas', 'lixo | 2026-11-27 | FREQ=WEEKLY;INTERVAL=2'],
    ['coro toda primeira segunda do mês', 'coro | 2026-12-07 | FREQ=MONTHLY;BYDAY=1MO'],
    ['no último dia do mês pagar aluguel', 'pagar aluguel | 2026-11-30'],
    ['me lembre de pagar o aluguel amanhã', 'pagar o aluguel | 2026-11-28'],
    ['trem às oito e meia', 'trem | 2026-11-28T08:30'],
    ['dentista sexta que vem às 14:30', 'dentista | 2026-12-04T14:30'],
    ['remédio todos os dias até 5 de maio', 'remédio | 2026-11-27 | FREQ=DAILY;UNTIL=20270505'],
    ['piscina depois de amanhã de manhã', 'piscina | 2026-11-29'],
    ['condomínio todo dia 5', 'condomínio | 2026-12-05 | FREQ=MONTHLY;BYMONTHDAY=5'],
  ],
  it: [
    ['chiamare la mamma domani alle 17', 'chiamare la mamma | 2026-11-28T17:00'],
    ['ogni lunedì alle 8 riunione', 'riunione | 2026-11-30T08:00 | FREQ=WEEKLY;BYDAY=MO'],
    ['spazzatura ogni due settimane', 'spazzatura | 2026-11-27 | FREQ=WEEKLY;INTERVAL=2'],
    ['coro il primo lunedì di ogni mese', 'coro | 2026-12-07 | FREQ=MONTHLY;BYDAY=1MO'],
    ["l'ultimo giorno del mese pagare affitto", 'pagare affitto | 2026-11-30'],
    ["ricordami di pagare l'affitto domani", "pagare l'affitto | 2026-11-28"],
    ['treno alle otto e mezza', 'treno | 2026-11-28T08:30'],
    ['dentista venerdì prossimo alle 14:30', 'dentista | 2026-12-04T14:30'],
    ["pane tra mezz'ora", 'pane | 2026-11-27T10:30'],
    ['relazione entro venerdì', 'relazione | 2026-12-04'],
    ['piscina dopodomani mattina', 'piscina | 2026-11-29'],
    ['medicina tutti i giorni fino al 5 maggio', 'medicina | 2026-11-27 | FREQ=DAILY;UNTIL=20270505'],
  ],
};

describe.each(Object.entries(CASES))('in %s', (locale, cases) => {
  test.each(cases)('"%s"', (text, expected) => {
    expect(said(text, locale)).toBe(expected);
  });
});

describe('languages beside each other', () => {
  test('words of a second language are read in an English sentence', () => {
    expect(said('Call Oma nächsten Freitag at 5', 'de')).toBe('Call Oma | 2026-12-04T17:00');
    expect(said('standup jeden Montag at 9am', 'de')).toBe('standup | 2026-11-30T09:00 | FREQ=WEEKLY;BYDAY=MO');
  });

  test.each(['de', 'fr', 'es', 'pt', 'it'])('an English sentence reads the same for who writes %s too', (locale) => {
    for (const text of [
      'Meeting tomorrow at 3pm with Anna',
      'pay rent on the 1st of every month',
      'call mum every other sunday at 6pm',
      'send the report by friday',
      'do the dishes and so on',
      'an old man at the main gate',
    ]) {
      const { items } = readText(text, { ...NOW, locale });
      expect({ locale, items }).toEqual({ locale, items: readText(text, { ...NOW, locale: 'en-GB' }).items });
    }
  });

  test('words that only look like dates of another language stay words', () => {
    for (const [text, locale] of [
      ['so do it now or die', 'de'],
      ['der Mann geht an die Tür', 'de'],
      ['la mer est belle', 'fr'],
      ['mon ami Marc', 'fr'],
      ['el sol sale', 'es'],
      ['o mar é azul', 'pt'],
      ['il mare e il sole', 'it'],
    ] as const)
      expect({ text, dates: readText(text, { ...NOW, locale }).dates }).toEqual({ text, dates: [] });
  });

  test('the languages of the person win over the locale', () => {
    const { items } = readText('mañana a las 5', { ...NOW, locale: 'en-GB', languages: ['en', 'es'] });
    expect(items[0]?.start?.local).toBe('2026-11-28T17:00:00');
  });
});
