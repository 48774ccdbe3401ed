export { makeDemo, usualSize } from './make-demo.ts';
export { counts as countsOfDemo } from './store/state.ts';
