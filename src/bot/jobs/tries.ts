/** How often a job is begun before it is given up: on AWS it goes to the dead letters then. */
export const JOB_TRIES = 3;
