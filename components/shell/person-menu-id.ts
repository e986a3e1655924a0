/** By it the buttons in the top bar and, at 390, in the foot open the same panel. */
export const PERSON_MENU_ID = "person-menu";
