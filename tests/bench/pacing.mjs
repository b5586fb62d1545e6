// What people pace with, for the simulation in tests/pace: these are installed here.

export { default as Bottleneck } from 'bottleneck';
export { default as ky } from 'ky';
export { default as PQueue } from 'p-queue';
