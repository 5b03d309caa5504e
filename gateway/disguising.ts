/** Control characters, line breaks and marks that turn the direction of writing: nothing that could disguise a line on record. */
export const disguising = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
