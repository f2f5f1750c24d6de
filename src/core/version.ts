/** The engine's version, in every answer. A change of verdicts raises it. */
export const ENGINE_VERSION = "1.5.0";
