import { createHash, createHmac } from 'node:crypto';

export type Credentials = {
  readonly keyId: string;
  readonly secret: string;
  /** Only temporary ones have it, as a Lambda function's are. */
  readonly sessionToken?: string;
};

export type AwsRequest = Credentials & {
  readonly service: string;
  readonly region: string;
  /** Milliseconds since 1970; AWS takes a request for a few minutes. */
  readonly now: number;
  readonly host: string;
  /** All that are to be signed, by their lower-cased names, but for the host. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * The headers of a POST to the root of an AWS service, signed by Signature Version 4
 * (docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function signAws(request: AwsRequest): Record<string, string> {
  const { keyId, secret, sessionToken, service, region, now, host, headers, body } = request;
  const time = `${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const date = time.slice(0, 8);
  const bodyHash = sha256(body);
  const sent = {
    ...headers,
    'x-amz-content-sha256': bodyHash,
    'x-amz-date': time,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const lines = Object.entries({ ...sent, host }).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const names = lines.map(([name]) => name).join(';');
  const canonical = ['POST', '/', '', ...lines.map((line) => line.join(':')), '', names, bodyHash].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, authorization };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
