const place = 'baton.single-keys';

/** Whether single letters act; whoever dictates or uses a switch can turn them off (WCAG 2.1.4). */
export function singleKeysOn(): boolean {
  return localStorage.getItem(place) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(place, on ? 'on' : 'off');
}
