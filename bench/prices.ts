/** Dollars in us-east-1, on demand, without any free tier, from aws.amazon.com/<service>/pricing. */
export const PRICES = {
  /** dynamodb */
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  storedGigabyteMonth: 0.25,
  /** dynamodb: point-in-time recovery */
  backedUpGigabyteMonth: 0.2,
  /** lambda, arm64 */
  call: 0.2 / 1e6,
  gigabyteSecond: 0.0000133334,
  /** cloudwatch */
  loggedGigabyte: 0.5,
  /** ec2: what leaves AWS */
  sentGigabyte: 0.09,
  /** eventbridge: one call of the schedule */
  scheduled: 1 / 1e6,
} as const;

/** As sst.config.ts gives it to the functions. */
export const MEMORY_GIGABYTES = 0.5;

/** Lambda gives one processor to 1,769 MB, and less memory its share of one. */
export const PROCESSOR_SHARE = (MEMORY_GIGABYTES * 1024) / 1769;

/** What a request to the table takes from a function in the same region; nothing is measured here, so it is on the safe side. */
export const TABLE_MILLISECONDS = 6;

/** What Lambda itself logs of each call, in bytes, with JSON as the log's format. */
export const PLATFORM_LOG_BYTES = 600;
