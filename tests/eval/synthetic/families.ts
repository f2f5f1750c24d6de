import { dateAndUnitFamilies } from "./families/date-and-unit.ts";
import { fillerFamilies } from "./families/filler.ts";
import { modalFamilies } from "./families/modal.ts";
import { nameFamilies } from "./families/name.ts";
import { negationFamilies } from "./families/negation.ts";
import { numberFamilies } from "./families/number.ts";
import { numberDressFamilies } from "./families/number-dress.ts";
import { oppositeFamilies } from "./families/opposite.ts";
import { orderFamilies } from "./families/ordinal-and-year.ts";
import { quantifierFamilies } from "./families/quantifier.ts";
import { spellingFamilies } from "./families/spelling.ts";
import { typographyFamilies } from "./families/typography.ts";
import { wordFamilies } from "./families/word.ts";
import type { Family } from "./family.ts";

/** Every way of editing, those that change what was said first. */
export const FAMILIES: readonly Family[] = [
  ...negationFamilies,
  ...oppositeFamilies,
  ...numberFamilies,
  ...orderFamilies,
  ...dateAndUnitFamilies,
  ...nameFamilies,
  ...modalFamilies,
  ...quantifierFamilies,
  ...wordFamilies,
  ...typographyFamilies,
  ...spellingFamilies,
  ...numberDressFamilies,
  ...fillerFamilies,
];
