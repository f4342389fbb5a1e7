/**
 * Loaded before the server (`node --import`): its clock is as many milliseconds ahead as the file CLOCK_FILE says.
 * The file is read every time, so that a test moves the clock of a running server by writing a number.
 */
import { readFileSync } from 'node:fs';

const file = process.env.CLOCK_FILE;
const now = Date.now;
if (file !== undefined) Date.now = () => now() + Number(readFileSync(file, 'utf8'));
