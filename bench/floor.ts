import { timingSafeEqual } from 'node:crypto';
import {
  type DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { signatureOf, type UrlEvent } from '../src/bot/guard.ts';
import { type Exchange, inputOf } from './exchange.ts';
import { SECRET } from './support.ts';

/**
 * What no implementation can save: the signature's check, and the two requests that were recorded, sent for another member
 * (`memberIds` are the recorded one and the other) under the entry id that is asked for.
 */
export function floorOf(
  client: DynamoDBDocumentClient,
  exchanges: readonly Exchange[],
  memberIds: readonly [from: string, to: string],
): (event: UrlEvent, id: string) => Promise<void> {
  const query: QueryCommandInput = forMember(inputOf(exchanges, 'QueryCommand'), memberIds);
  const put: PutCommandInput = forMember(inputOf(exchanges, 'PutItemCommand'), memberIds);
  const place = String(put.Item?.['sk']).split('#').slice(0, 2).join('#');
  return async (event, id) => {
    checkSignature(event);
    await client.send(new QueryCommand(query));
    await client.send(new PutCommand({ ...put, Item: { ...put.Item, sk: `${place}#${id}` } }));
  };
}

/** One HMAC and a comparison that takes the same time whatever it finds. */
export function checkSignature({ headers = {}, body = '' }: UrlEvent): void {
  const expected = signatureOf(body, headers['x-slack-request-timestamp'] ?? '', SECRET);
  const given = Buffer.from(headers['x-slack-signature'] ?? '');
  if (!timingSafeEqual(Buffer.from(expected), given)) throw new Error('wrong signature');
}

function forMember(input: object, [from, to]: readonly [string, string]) {
  return JSON.parse(JSON.stringify(input).replaceAll(from, to));
}
