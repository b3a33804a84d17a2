import { tortureWriters } from '../support/torture.ts';

tortureWriters(0);
