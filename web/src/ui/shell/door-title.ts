/** The id of the heading by which a door is named. */
export const doorTitle = 'door-title';
