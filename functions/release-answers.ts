// Schedule, each night — release-answers: from the ninth of a month on, the answers of the months before become figures.
import type { Config } from '@netlify/functions';
import { scheduled } from '#lib/scheduled.ts';
import { releaseAnswers } from '#lib/surveys/release-answers.ts';

export const config: Config = { schedule: '20 1 * * *' };

export default scheduled('release-answers', async () => {
  await releaseAnswers();
});
