export * from './access.ts';
export * from './cases.ts';
export * from './common.ts';
export * from './customers.ts';
export * from './mail.ts';
export * from './notices.ts';
export * from './people.ts';
export * from './topics.ts';
