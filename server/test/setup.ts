import { cleanUpAfterThisFile } from './cleanup.ts';

cleanUpAfterThisFile();
