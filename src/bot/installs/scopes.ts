/** What the app asks a workspace for; manifest.json says the same. */
export const BOT_SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'app_mentions:read',
  'im:history',
] as const;
