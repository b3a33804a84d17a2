let count = 0;

type Fields = Readonly<Record<string, unknown>>;

/** A slash command as it comes through a socket. */
export function commandEnvelope(
  text: string,
  responseUrl = 'http://127.0.0.1:1/response/none',
  fields: Fields = {},
) {
  count += 1;
  return {
    envelope_id: `envelope-${count}`,
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: {
      command: '/track',
      text,
      team_id: 'T000000001',
      team_domain: 'stint',
      enterprise_id: null,
      user_id: 'U0ANA00001',
      channel_id: 'C000000001',
      trigger_id: `1.2.${count}`,
      response_url: responseUrl,
      api_app_id: 'A0STINT001',
      is_enterprise_install: 'false',
      ...fields,
    },
  };
}

/** A press, a form or a search. */
export function interactiveEnvelope(payload: Fields, accepts = false) {
  count += 1;
  return {
    envelope_id: `envelope-${count}`,
    type: 'interactive',
    accepts_response_payload: accepts,
    payload: {
      team: { id: 'T000000001', domain: 'stint' },
      user: { id: 'U0ANA00001', team_id: 'T000000001' },
      api_app_id: 'A0STINT001',
      trigger_id: `3.4.${count}`,
      ...payload,
    },
  };
}

/** An event of the Events API. */
export function eventEnvelope(event: Fields, fields: Fields = {}) {
  count += 1;
  return {
    envelope_id: `envelope-${count}`,
    type: 'events_api',
    accepts_response_payload: false,
    retry_attempt: 0,
    retry_reason: '',
    payload: {
      type: 'event_callback',
      team_id: 'T000000001',
      api_app_id: 'A0STINT001',
      event_id: `Ev${count}`,
      event_time: 1_789_000_000,
      authorizations: [{ team_id: 'T000000001', user_id: 'U0STINT001', is_bot: true }],
      event,
    },
    ...fields,
  };
}
