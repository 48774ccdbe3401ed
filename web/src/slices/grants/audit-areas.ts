/** Areas of words that the audit speaks in: its own, and those of the settings that it shows. */
export const auditAreas = [
  'grants',
  'absence',
  'channels',
  'drill',
  'levels',
  'notice-choices',
  'rules',
  'topics',
];
