/** Secrets of every sort, planted where a triage database keeps them; none may ever be sent to anybody. */
import pg from 'pg';
import { addEvent, addRequest } from '../setup/triage-fixture.ts';

export const NOW = new Date('2026-11-22T09:00:00+03:00');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000 - 7_777_000);

/** What must never be sent, by what it is. */
export const SECRETS = {
  phone: '70000731',
  person: 'Zabwenyi',
  message: 'quagga-in-the-message',
  media: 'steenbok-photo.jpg',
  latitude: '0.735219',
  longitude: '35.541873',
  external_id: 'wamid-hartebeest',
  reporter_id: '73188542',
  message_id: '73277641',
  request_id: '73366530',
  writer: 'clerk-oribi',
  approver: 'chief-sitatunga',
  unapproved: 'okapi-unapproved',
  clock_time: ':50:23',
} as const;
/** Puts them into the triage database; returns the codes of guarded requests, and of those of which only a status is shown. */
export async function plantCanaries(importerUrl: string): Promise<{ guarded: string[]; hidden: string[] }> {
  const guarded: string[] = [];
  const hidden: string[] = [];
  const client = new pg.Client({ connectionString: importerUrl });
  await client.connect();
  for (const [table, first] of [
    ['reporter', SECRETS.reporter_id],
    ['message', SECRETS.message_id],
    ['request', SECRETS.request_id],
  ])
    await client.query(`select setval(pg_get_serial_sequence('triage.${table}', 'id'), $1)`, [`${first}00`]);
  const kinds = ['road-damage', 'clinic-service', 'medicine', 'corruption'] as const;
  for (let i = 0; i < 48; i++) {
    const service = kinds[i % kinds.length] ?? 'road-damage';
    const made = await addRequest(client, {
      service,
      area: ['0739', '0740'][i % 2] ?? '0739',
      received_at: daysAgo(70 + (i % 20)),
      reporters: [7_310 + i],
      body: `I am ${SECRETS.person}, ${SECRETS.message}, call +254${SECRETS.phone}`,
      summary: SECRETS.unapproved,
      ...(i % 12 === 0 && { withheld: 'personal_data' as const }),
    });
    if (service === 'corruption' || i % 12 === 0) hidden.push(made.code);
    else if (service !== 'road-damage') guarded.push(made.code);
    const at = daysAgo(60);
    await addEvent(client, made.id, {
      kind: i % 3 ? 'resolved' : 'acknowledged',
      at,
      note: SECRETS.unapproved,
    });
  }
  await client.query(
    `update triage.request set lat = $1, long = $2, external_id = $3 || id, public_summary_by = $4`,
    [Number(SECRETS.latitude), Number(SECRETS.longitude), SECRETS.external_id, SECRETS.writer],
  );
  await client.query('update triage.event set public_note_by = $1, public_note_approved_by = null', [
    SECRETS.approver,
  ]);
  await client.query(
    `update triage.message set media = jsonb_build_array($1::text), external_id = $2 || id`,
    [SECRETS.media, SECRETS.external_id],
  );
  await client.end();
  return { guarded, hidden };
}
