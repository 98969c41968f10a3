/** Codes of status pages that differ most in what stands on them: one each, or null where there is none. */
import { connectWeb } from '../../db/connect.ts';

export interface StatusCode {
  readonly state: string;
  readonly code: string;
}

export async function statusCodes(webAddress: string): Promise<StatusCode[]> {
  const reader = connectWeb(webAddress, 1);
  try {
    const { rows } = await reader.pool.query<StatusCode>(
      `select distinct on (state) state, service_request_id as code from (
         select service_request_id,
                case when tier = 'guarded' then 'guarded'
                     when detail ->> 'outcome' = 'resolved' then 'answered'
                     when detail ->> 'outcome' = 'waiting' and (detail ->> 'first_response_due')::date < current_date then 'overdue'
                     when detail ->> 'outcome' = 'waiting' then 'waiting' end as state
         from published.request_live where tier in ('open', 'guarded')) states
       where state is not null order by state, code`,
    );
    return rows;
  } finally {
    await reader.close();
  }
}
