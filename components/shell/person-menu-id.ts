/** The id by which the button in the top bar opens the panel, and a link in it closes it. */
export const PERSON_MENU_ID = "person-menu";
