/**
 * Countries as the news names them: the name, the adjective, and the capital that stands
 * for the government. One row a country, folded; further words are further adjectives.
 * A table of common knowledge, kept short: the states that most reporting is about.
 */
const ROWS = `
afghanistan afghan kabul|argentina argentine buenos-aires|australia australian canberra|austria austrian vienna
belarus belarusian minsk|belgium belgian brussels|brazil brazilian brasilia|britain british london uk
canada canadian ottawa|chile chilean santiago|china chinese beijing|colombia colombian bogota|cuba cuban havana
czechia czech prague|denmark danish copenhagen|egypt egyptian cairo|england english -|estonia estonian tallinn
ethiopia ethiopian addis-ababa|finland finnish helsinki|france french paris|georgia georgian tbilisi
germany german berlin|greece greek athens|hungary hungarian budapest|india indian delhi|indonesia indonesian jakarta
iran iranian tehran|iraq iraqi baghdad|ireland irish dublin|israel israeli jerusalem|italy italian rome
japan japanese tokyo|jordan jordanian amman|kazakhstan kazakh astana|kenya kenyan nairobi|korea korean -|latvia latvian riga
lebanon lebanese beirut|libya libyan tripoli|lithuania lithuanian vilnius|mexico mexican -|moldova moldovan chisinau
morocco moroccan rabat|netherlands dutch hague|nigeria nigerian abuja|norway norwegian oslo|pakistan pakistani islamabad
palestine palestinian ramallah|philippines philippine manila filipino|poland polish warsaw|portugal portuguese lisbon
qatar qatari doha|romania romanian bucharest|russia russian moscow kremlin|scotland scottish edinburgh
serbia serbian belgrade|spain spanish madrid|sweden swedish stockholm|switzerland swiss bern|syria syrian damascus
taiwan taiwanese taipei|thailand thai bangkok|tunisia tunisian tunis|turkey turkish ankara|ukraine ukrainian kyiv kiev
venezuela venezuelan caracas|vietnam vietnamese hanoi|wales welsh cardiff|yemen yemeni sanaa|europe european -|africa african -|us american washington usa america
`;

const countries = new Map<string, string>();
for (const row of ROWS.trim().split(/[|\n]/u)) {
  const [name, ...others] = row.trim().split(" ");
  if (name === undefined) continue;
  for (const word of [name, ...others]) if (word !== "-") countries.set(word, name);
}

/** The country that a folded word stands for ("chinese" → "china", "moscow" → "russia"), or null. Plurals of adjectives count. */
export function countryOf(key: string): string | null {
  return countries.get(key) ?? (key.endsWith("s") ? (countries.get(key.slice(0, -1)) ?? null) : null);
}
