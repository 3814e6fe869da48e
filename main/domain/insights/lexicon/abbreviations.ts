/** Words whose point does not end a sentence (unless nothing follows). */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms mx dr prof sr jr st mme mlle rev fr sgt capt lt col gen e.g i.e eg ie vs cf approx ca no nr nos vol pp fig ave blvd dept est tel ext min max incl mt ft u.s u.k ph.d'.split(
    ' ',
  ),
);
