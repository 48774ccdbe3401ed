export { closeSanitiser } from './sanitise/safe-apart.ts';
export { showLetter } from './show-letter.ts';
export { letterOfMessage, type LetterOfMessage } from './store/letters.ts';
export { askForPictures, contentsInUse } from './store/pictures.ts';
export { upkeep } from './upkeep.ts';
export { letterTasks, letterWork, pictureWork } from './work.ts';
