import type { NameComparison, NamedSpeaker } from "../../../src/core/reading/names.ts";

/** What a careful editor would say of a claimed name and a speaker whom a source names. */
export interface NamePair {
  group: string;
  claimed: string;
  speaker: NamedSpeaker;
  others: NamedSpeaker[];
  /** The answers that an editor would accept. */
  accepted: NameComparison[];
}

/**
 * One pair a line: the claimed name | the speaker | what is accepted | others of the source.
 * A speaker's role stands in square brackets; `org:` and `doc:` begin what is no person.
 * s is same, d different, u unsure; two letters where an editor may say either.
 */
const TABLE = `
# plain
Ada Marlowe | Ada Marlowe | s
ADA MARLOWE | Ada Marlowe | s
Marlowe | Ada Marlowe | s
Ada Marlowe | Marlowe | s
Ada Marlowe | Tomas Reyle | d
Ada Marlowe | Ada Reyle | d
Ada Marlowe | Otto Marlowe | d
Joe Biden | Joe Manchin | d
Otto Marlowe | Ada Marlowe | d | Otto Marlowe
Reyle | Ada Marlowe | d
Ada Marlowe’s | Ada Marlowe | s
Marlowe, Ada | Ada Marlowe | s
Marlowe, Ada B. | Ada Marlowe | s
Marlowe, Otto | Ada Marlowe | d
William Shakespeare | Christopher Marlowe | d
Stephen King | Stephen Fry | d
Stephen King | Stephen King | s
King | Stephen King | s
Larry King | Stephen King | d
Howard Dean | Howard Stern | d
Dean | Howard Dean | s
Alan Bishop | Alan Carr | d
Victoria Prince | Victoria Pope | d
Tom Judge | Tom Major | d
John Major | John Smith | d
Sir John Major | John Major | s
# siblings and shared surnames
Grace Okafor | Martin Okafor | d
Okafor | Grace Okafor | u | Martin Okafor
Grace Okafor | Grace Okafor | s | Martin Okafor
Venus Williams | Serena Williams | d
Emily Brontë | Charlotte Bronte | d
Noel Gallagher | Liam Gallagher | d
Fidel Castro | Raúl Castro | d
Raul Castro | Raúl Castro | s | Fidel Castro
Castro | Raúl Castro | u | Fidel Castro
J. Jones | John Jones | u | Jane Jones
Jo. Jones | Jane Jones | du | John Jones
Jones | Tom Jones | u | Sam Jones
Tom Jones | Jones | du | Sam Jones
Tom Jones | Jones | s
Jane Smith | Smith | su | Jane Smith
Mario Cuomo | Maria Cuomo | d
Andrew Cuomo | Chris Cuomo | d
Bill Clinton | Hillary Clinton | d
Ed Miliband | David Miliband | d
Rand Paul | Ron Paul | d
Simon Holt | Simone Holt | d
Martin Vogel | Martina Vogel | d
Julio Prado | Julia Prado | d
Frances Hale | Francis Hale | d
Eric Lund | Erica Lund | d
Joan Castle | Jon Castle | d
Jean Castle | Joan Castle | d
Dan Castle | Don Castle | d
Tim Castle | Tom Castle | d
Robin Castle | Roland Castle | d
# titles
President Biden | Joe Biden | s
President Joe Biden | Joe Biden | s
former President Obama | Barack Obama | s
ex-President Obama | Barack Obama | s
Ex-Mayor Marlowe | Ada Marlowe | s
Acting Mayor Ada Marlowe | Ada Marlowe | s
Vice President Harris | Kamala Harris [Vice President] | s
President Biden | Jill Biden [First Lady] | d
President Biden | Jill Biden | u | Joe Biden
First Lady Jill Biden | Jill Biden | s
the First Lady | Joe Biden [President] | d
Sen. Smith (D-OH) | Jane Smith | s
Sen. Jane Smith, D-Ohio | Jane Smith | s
Jane Smith, D-Ohio | Jane Smith | s
Sen. Jane Smith (R) | John Smith | d
Councillor Okafor | Grace Okafor [Councillor] | s | Martin Okafor [Resident]
Councillor Okafor | Martin Okafor [Resident] | d | Grace Okafor [Councillor]
Mrs Okafor | Martin Okafor | u
Mrs Okafor | Martin Okafor | du | Grace Okafor
Mrs Okafor | Grace Okafor | s | Martin Okafor
Mr. Okafor | Grace Okafor | u
Mr Okafor | Martin Okafor | s
Ms. Marlowe | Ada Marlowe | s
Mrs. Clinton | Bill Clinton | du | Hillary Clinton
Mrs. Clinton | Hillary Clinton | s | Bill Clinton
Sir Keir | Keir Starmer | s
Sir Keir Starmer | Keir Starmer | s
Dame Judi Dench | Judi Dench | s
Rt Hon Ada Marlowe MP | Ada Marlowe | s
Ada Marlowe MP | Ada Marlowe | s
Dr. Ada Marlowe, PhD | Ada Marlowe | s
Ada Marlowe, M.D. | Ada Marlowe | s
Prof. Dr. Ada Marlowe | Ada Marlowe | s
Gen. Mark Milley | Mark Milley [Chairman of the Joint Chiefs] | s
Secretary of State Antony Blinken | Antony Blinken | s
Secretary Blinken | Antony Blinken [Secretary of State] | s
UN Secretary-General António Guterres | Antonio Guterres | s
U.S. President Donald Trump | Donald Trump | s
French President Emmanuel Macron | Emmanuel Macron | s
Chancellor Merkel | Angela Merkel | s
German Chancellor Olaf Scholz | Angela Merkel | d
Ada Marlowe, the mayor of Port Ellery | Ada Marlowe | s
Ada Marlowe, mayor | Ada Marlowe [Mayor] | s
Mayor Ada Marlowe of Port Ellery | Ada Marlowe | s
Ada Marlowe of the Harbour Board | Ada Marlowe | s
Tomas Reyle, a spokesman for the board | Ada Marlowe | d
Detective Inspector Marlowe | Ada Marlowe | s
Justice Sotomayor | Sonia Sotomayor | s
Judge Marlowe | Ada Marlowe | s
Pope Francis | Francis | s
Pope Francis | Pope Benedict | d
Pope Francis | Francis Holt [Librarian] | du
King Charles | Charles Michel [President of the European Council] | du
King Charles III | King Charles | s
King Charles III | King Charles II | d
Queen Elizabeth II | Queen Elizabeth | s
Queen Elizabeth II | Elizabeth Warren [Senator] | du
Prince Harry | Prince William | d
# suffixes
Robert F. Kennedy Jr. | Robert F. Kennedy Sr. | d
Robert Kennedy Jr | Robert F. Kennedy Jr. | s
Robert Kennedy | Robert F. Kennedy Jr. | s
Joseph R. Biden Jr. | Joe Biden | s
Donald Trump Jr. | Donald Trump | u | Donald Trump Jr.; Ivanka Trump
Donald Trump Jr. | Donald Trump | du | Donald Trump Jr.
Donald Trump | Donald Trump Jr. | du | Donald Trump
Donald Trump | Donald Trump | s | Donald Trump Jr.
Ken Griffey | Ken Griffey Jr. | u | Ken Griffey Sr.
Ken Griffey Sr. | Ken Griffey Jr. | d
Martin Luther King Jr. | Martin Luther King | s
Martin Luther King, Jr. | Martin Luther King | s
MLK | Martin Luther King Jr. | s
Cal Ripken III | Cal Ripken Jr. | d
William Gates III | Bill Gates | s
# initials and middle names
J. K. Rowling | JK Rowling | s
J.K. Rowling | J. K. Rowling | s
JK Rowling | Joanne Rowling | s
J.K. Rowling | Joanne Kathleen Rowling | s
Rowling | J.K. Rowling | s
K. Rowling | J. K. Rowling | su
R. Achterberg | Rosalind Achterberg | s
B. Achterberg | Rosalind Achterberg | d
Rosalind Q. Achterberg | Rosalind Achterberg | s
A. P. J. Abdul Kalam | Abdul Kalam | s
APJ Abdul Kalam | A. P. J. Abdul Kalam | s
Kalam | A. P. J. Abdul Kalam | s
MK Stalin | M. K. Stalin | s
Stalin | M. K. Stalin | s
M. Stalin | M.K. Stalin | s
George W. Bush | George H. W. Bush | d
George W. Bush | George H.W. Bush | d | George W. Bush
George Bush | George H. W. Bush | u | George W. Bush
Bush | George W. Bush | u | George H. W. Bush
Bush | George W. Bush | s
Jeb Bush | George W. Bush | d
George Walker Bush | George W. Bush | s
Samuel L. Jackson | Samuel Jackson | s
Samuel L. Jackson | Samuel K. Jackson | du
John Fitzgerald Kennedy | John F. Kennedy | s
JFK | John F. Kennedy | s
JFK | Robert F. Kennedy | du
AOC | Alexandria Ocasio-Cortez | s
LBJ | Boris Johnson | du
FDR | Franklin Delano Roosevelt | s
Boris Johnson | Alexander Boris de Pfeffel Johnson | s
Paul McCartney | James Paul McCartney | s
John Paul Jones | John Luther Jones | du
Martin Luther | Martin Luther King | du
Martin King | Martin Luther King | s
Sarah Parker | Sarah Jessica Parker | s
Narendra Damodardas Modi | Narendra Modi | s
# nicknames
Joe Biden | Joseph Biden | s
Joseph Biden | Joe Biden | s
Bill Clinton | William Jefferson Clinton | s
Bernie Sanders | Bernard Sanders | s
Ted Cruz | Rafael Edward Cruz | s
Mitt Romney | Willard Mitt Romney | s
Liz Cheney | Elizabeth Cheney | s
Dick Cheney | Richard Cheney | s
Dick Cheney | Liz Cheney | d
Jim Jordan | James Jordan | s
Tony Blair | Anthony Blair | s
Bobby Kennedy | Robert Kennedy | s
Jack Kennedy | John Kennedy | s
Chuck Schumer | Charles Schumer | s
Tim Kaine | Timothy Kaine | s
Fred Holt | Frederick Holt | s
Gabe Holt | Gabriel Holt | s
Kate Holt | Katharine Holt | s
Peggy Noonan | Margaret Noonan | s
Nancy Holt | Ann Holt | su
Pepe Mujica | José Mujica | s
Paco Rabal | Francisco Rabal | s
Lula | Luiz Inácio Lula da Silva | su
Lula da Silva | Luiz Inácio Lula da Silva | s
Sasha Holub | Aleksandr Holub | s
Misha Orlov | Mikhail Orlov | s
Will Holt | Bill Holt | s
Nick Clegg | Nicholas Clegg | s
Alex Salmond | Alexander Salmond | s
Sandy Weill | Sanford Weill | su
Alexander Holt | Alexandra Holt | d
Samuel Holt | Samantha Holt | d
Patrick Holt | Patricia Holt | d
William “Bill” Holt | Bill Holt | s
Robert (Bob) Holt | Bob Holt | s
# diacritics
Recep Tayyip Erdoğan | Erdogan | s
Erdogan | Recep Tayyip Erdoğan | s
Tayyip Erdoğan | Recep Tayyip Erdogan | s
Müller | Anna Mueller | s
Anna Mueller | Anna Müller | s
Anna Muller | Anna Müller | s
Søren Kierkegaard | Soren Kierkegaard | s
Soeren Lund | Søren Lund | s
Łukasz Fabiański | Lukasz Fabianski | s
Franz Josef Strauß | Franz Josef Strauss | s
Kemal Kılıçdaroğlu | Kemal Kilicdaroglu | s
Lech Wałęsa | Lech Walesa | s
Jens Stoltenberg | Jens Støltenberg | s
Ægir Holm | Aegir Holm | s
Đorđe Pavić | Djordje Pavic | s
Emmanuel Macrón | Emmanuel Macron | s
Björk Guðmundsdóttir | Bjork Gudmundsdottir | s
# transliterations
Zelensky | Volodymyr Zelenskyy | s
Volodymyr Zelenskiy | Volodymyr Zelenskyy | s
Vladimir Zelensky | Volodymyr Zelenskyy | s
Olena Zelenska | Volodymyr Zelenskyy | d
Yeltsin | Boris Eltsin | s
Boris Jelzin | Boris Yeltsin | s
Pyotr Tchaikovsky | Peter Chaikovsky | s
Tschaikowski | Pyotr Tchaikovsky | s
Mikhail Gorbachov | Mikhail Gorbachev | s
Gorbatchev | Mikhail Gorbachev | s
Nikita Khrushchev | Nikita Khrushchov | s
Muammar Gaddafi | Moammar Khadafy | s
Qaddafi | Muammar Gaddafi | s
Gadhafi | Muammar Qaddafi | s
Saif Gaddafi | Muammar Gaddafi | d
Muhammad Ali | Mohammed Ali | s
Mohamed Salah | Mohammad Salah | s
Saddam Hussein | Saddam Husain | s
Usama bin Ladin | Osama bin Laden | s
Alexei Navalny | Aleksey Navalnyy | s
Yulia Navalnaya | Alexei Navalny | d
Sergei Lavrov | Sergey Lavrov | s
Dmitry Medvedev | Dmitri Medvedev | s
Fyodor Dostoevsky | Fedor Dostoyevsky | s
Viktor Yanukovych | Victor Yanukovich | s
Aleksandr Lukashenko | Alexander Lukashenka | s
Benjamin Netanyahu | Binyamin Netanyahu | s
Bibi Netanyahu | Benjamin Netanyahu | su
Sergei Rachmaninoff | Sergey Rachmaninov | s
Mao Tse-tung | Mao Zedong | s
Hezbollah | org: Hizbullah | s
Putin | Vladimir Poutine | su
# particles
al-Assad | Bashar al-Assad | s
Assad | Bashar al-Assad | s
Bashar Assad | Bashar el-Assad | s
Maher al-Assad | Bashar al-Assad | d
Abdel Fattah el-Sisi | Abdul Fattah al-Sissi | s
Sisi | Abdel Fattah el-Sisi | s
Mohammed bin Salman | Muhammad bin Salman Al Saud | s
bin Salman | Mohammed bin Salman | s
MBS | Mohammed bin Salman | s
Mohammed bin Zayed | Mohammed bin Salman | d
Osama bin Laden | Bin Laden | s
von der Leyen | Ursula von der Leyen | s
Leyen | Ursula von der Leyen | s
Alexander Van der Bellen | van der Bellen | s
Van Gogh | Vincent van Gogh | s
Theo van Gogh | Vincent van Gogh | d
de Gaulle | Charles de Gaulle | s
Gaulle | Charles de Gaulle | s
Al Gore | Bashar al-Assad | d
Al Gore | Albert Gore | s
Bill de Blasio | Bill De Blasio | s
DeSantis | Ron DeSantis | s
Ron De Santis | Ron DeSantis | s
# double, maiden and hyphenated names
Gabriel García Márquez | Gabriel Garcia Marquez | s
García Márquez | Gabriel García Márquez | s
García | Gabriel García Márquez | s
Márquez | Gabriel García Márquez | su
Gabriel García | Gabriel García Márquez | s
Rafael Márquez | Gabriel García Márquez | d
Andrés Manuel López Obrador | Lopez Obrador | s
López | Andrés Manuel López Obrador | su
AMLO | Andrés Manuel López Obrador | s
Pedro Sánchez Pérez-Castejón | Pedro Sánchez | s
Pedro Sánchez | Pedro Castillo | d
Hillary Rodham Clinton | Hillary Clinton | s
Hillary Clinton | Hillary Rodham Clinton | s
Hillary Rodham | Hillary Rodham Clinton | su
Ada Marlowe-Reyle | Ada Marlowe | s
Ada Marlowe | Ada Marlowe-Reyle | s
Ada Reyle | Ada Marlowe-Reyle | su
Marlowe | Ada Marlowe-Reyle | s
Otto Marlowe-Reyle | Ada Marlowe-Reyle | d
Jacqueline Kennedy Onassis | Jacqueline Kennedy | s
Ruth Ginsburg | Ruth Bader Ginsburg | s
Lloyd George | David Lloyd George | s
Catherine Ashton-Cole | Tom Ashton | d
Jean-Claude Juncker | Jean Claude Juncker | s
Jean-Claude Juncker | Claude Juncker | su
Jean-Luc Mélenchon | Jean-Marie Mélenchon | du
Dilma Rousseff | Dilma Vana Rousseff | s
Jair Bolsonaro | Jair Messias Bolsonaro | s
Jair Bolsonaro | Eduardo Bolsonaro | d
# surname first
Xi | Xi Jinping | s
President Xi | Xi Jinping | s
Mr. Xi | Xi Jinping | s
Xi Jinping | Xi Jinping | s
Jinping Xi | Xi Jinping | s
Xi Zhongxun | Xi Jinping | d
Park Geun-hye | Park Geun Hye | s
Park | Park Geun-hye | s
President Park | Park Geun-hye | s
Geun-hye Park | Park Geun-hye | s
Park Jin | Park Geun-hye | d
Kim Jong-un | Kim Jong Un | s
Kim Jong-un | Kim Jong-il | d
Kim | Kim Jong-un | u | Kim Yo-jong
Kim | Kim Jong-un | s
Moon Jae-in | Moon | s
Viktor Orbán | Orbán Viktor | s
Orbán | Orban Viktor | s
Shinzo Abe | Abe Shinzo | s
Lee Hsien Loong | Lee Kuan Yew | d
Lee | Lee Kuan Yew | s
Lee Kuan Yew | Stewart Lee | d
Wang Yi | Wang Wenbin | d
Li Keqiang | Li Qiang | d
Katrín Jakobsdóttir | Katrin Jakobsdottir | s
Jakobsdóttir | Katrín Jakobsdóttir | s
Bjarni Benediktsson | Bjarni Jónsson | d
Nguyễn Phú Trọng | Nguyen Phu Trong | s
Nguyen Phu Trong | Nguyen Xuan Phuc | d
习近平 | 习近平 | s
习近平 | 李克强 | d
# mononyms and first names alone
Madonna | Madonna | s
Bono | Sting | d
Pelé | Pele | s
Oprah | Oprah Winfrey | su
Ada | Ada Marlowe | su
Ada | Ada Marlowe | u | Ada Reyle
Otto | Ada Marlowe | d
Björk | Björk Guðmundsdóttir | su
Lady Gaga | Gaga | s
# slips
Marlow | Ada Marlowe | s
Ada Marlow | Ada Marlowe | s
Ada Marolwe | Ada Marlowe | s
Rosalind Achtenberg | Rosalind Achterberg | s
Achtenberg | Rosalind Achterberg | su
Rosalnd Achterberg | Rosalind Achterberg | s
Hanson | Bo Hansen | u
Hanson | Bo Hansen | d | Lars Hanson
Boris Johnston | Boris Johnson | s
Johnston | Boris Johnson | u
Clarke | Ken Clark | s
Holt | Ada Hole | d
Bide | Joe Biden | d
Trump | Bo Tramp | du
Lee | Bo Li | d
Ross | Ada Rose | d
Harrison | Kamala Harris | d
Robertson | Pat Roberts | d
Martinez | Bo Martin | d
Smithson | Bo Smith | d
Peterson | Bo Peters | d
# organisations
WHO | org: World Health Organization | s
World Health Organisation | org: WHO | s
United Nations | org: UN | s
EU | org: European Union | s
the Board | org: Harbour Board | s
the Board | org: Harbour Board | u | org: School Board
School Board | org: Harbour Board | d
Harbour Board | org: the Board | s
Port Ellery Harbour Board | org: Harbour Board | s
BBC | org: BBC News | s
BBC News | org: BBC | s
CNN | org: BBC News | d
Foreign Ministry of China | org: Chinese Foreign Ministry | s
China’s Foreign Ministry | org: Foreign Ministry of China | s
Ministry of Defence | org: Ministry of Health | d
Ministry of Defence | org: Defense Ministry | s
the ministry | org: Ministry of Health | s
the ministry | org: Ministry of Health | u | org: Ministry of Defence
Health Ministry spokesman | org: Ministry of Health | s
Ministry of Health of Chile | org: Ministry of Health of Peru | d
Justice Department | org: Department of Justice | s
Department of Energy | org: Department of Justice | d
Bank of England | org: Bank of Japan | d
England | org: Bank of England | du
Washington | org: Washington Post | du
New York | org: New York Times | du
China | org: China Daily | du
China | org: Chinese Foreign Ministry | s
Beijing | org: Chinese government | s
Russia | org: Chinese Foreign Ministry | d
Human Rights Watch | org: HRW | s
Amnesty | org: Amnesty International | s
Labour | org: Labour Party | s
Labour Party | org: Conservative Party | d
Oxford University Press | org: Oxford University | du
European Commission | org: European Council | d
Marlowe | org: Marlowe Foundation | du
Ada Marlowe | org: Marlowe Foundation | du
Microsoft | org: Google | d
Joe Biden | org: G7 Nations | d
Supreme Court | org: Supreme Court of India | su
Red Cross | org: International Committee of the Red Cross | s
UNICEF | org: United Nations Children’s Fund | su
Microsoft Corp. | org: Microsoft | s
Siemens AG | org: Siemens | s
the Harbour Board | Ada Marlowe | u
the Harbour Board | Ada Marlowe [Harbour Board chair] | s
Ministry of Health | Grace Okafor [spokeswoman for the Ministry of Health] | s
Russia | Vladimir Putin [President] | u
White House | Karine Holt [White House press secretary] | s
Ada Marlowe | org: Harbour Board | du
# roles
the Mayor | Rosalind Achterberg [Mayor] | s
mayor | Rosalind Achterberg [Mayor] | s
the Mayor of Port Ellery | Rosalind Achterberg [Mayor] | s
the Mayor | Rosalind Achterberg | u
the Mayor | Rosalind Achterberg [Deputy Mayor] | du
the deputy mayor | Rosalind Achterberg [Mayor] | du
the president | Kamala Harris [Vice President] | du
the vice president | Kamala Harris [Vice President] | s
the clerk | Rosalind Achterberg [Mayor] | d
the finance minister | Ada Marlowe [Finance Minister] | s
the finance minister | Ada Marlowe [Foreign Minister] | d
the finance minister | Ada Marlowe | u
the minister of finance | Ada Marlowe [Finance Minister] | s
Foreign Secretary | Ada Marlowe [Foreign Secretary] | s
the Foreign Secretary | Ada Marlowe [Home Secretary] | d
a spokeswoman for the Harbour Board | Ada Marlowe [Harbour Board spokeswoman] | s
a spokesman for the Harbour Board | Ada Marlowe | u
the harbour master | Ingrid Solheim [Harbour Master] | s
Kremlin spokesman Dmitry Peskov | Dmitry Peskov | s
White House press secretary | Joe Biden [President] | d
the chairman | Ada Marlowe [Chair] | s
Board chair Ada Marlowe | Ada Marlowe | s
the prime minister’s spokesman | Ada Marlowe [Prime Minister] | du
a former employee | Ada Marlowe | u
a resident | Ada Marlowe | u
police | Ada Marlowe | u
an official | Ada Marlowe | u
# several together, and numbered
Ada Marlowe | Both Marlowe and Reyle | u
Ada Marlowe | Ada Marlowe and Tomas Reyle | u
Ada Marlowe | Tomas Reyle and Bo Lind | d
Ada Marlowe and Tomas Reyle | Tomas Reyle | u
Second Senator | First Senator | du
Balder of Lund | Balder of Visby | d
Balder | Balder of Visby | u | Balder of Lund
A. Cooper | Anderson Cooper | su | A. Cooper
Abby Phillip | Abby Phillips | su | Abby Phillip
# documents
the Chinese plan | doc: Chinese plan | s
the report | doc: audit report | s
the report | doc: audit report | u | doc: safety report
the indictment | doc: audit report | d
# as the news and transcripts have them
SEN. TED CRUZ (R-TX) | Ted Cruz | s
Rep. Alexandria Ocasio-Cortez | ALEXANDRIA OCASIO-CORTEZ | s
Donald Trump, President of the United States | Donald Trump | s
WOLF BLITZER, CNN HOST | Wolf Blitzer | s
CNN host Wolf Blitzer | Wolf Blitzer | s
CNN’s Wolf Blitzer | Wolf Blitzer | s
Gov. Newsom | Gavin Newsom | s
Gov. Newsom | Ron DeSantis [Governor] | d
Justice Secretary Dominic Raab | Dominic Raab | s
Conservative MP Dominic Raab | Dominic Raab | s
Labour leader Keir Starmer | Keir Starmer | s
Labour’s Keir Starmer | Keir Starmer | s
Tesla CEO Elon Musk | Elon Musk | s
NATO chief Jens Stoltenberg | Jens Stoltenberg | s
Pope Francis | Jorge Mario Bergoglio [Pope] | su
Denise Holt | Denis Holt | d
Louise Holt | Louis Holt | d
Charles Windsor | Camilla Windsor | d
Jesse Jackson Jr. | Jesse Jackson | u | Jesse Jackson Jr.
Claudia Sheinbaum Pardo | Claudia Sheinbaum | s
Nicolás Maduro Moros | Nicolas Maduro | s
Gustavo Petro | Ivan Duque | d
Fumio Kishida | Kishida Fumio | s
Ban Ki-moon | Ban Ki Moon | s
Mr. Ban | Ban Ki-moon | s
Chiang Kai-shek | Chiang | s
Aung San Suu Kyi | Suu Kyi | s
Suu Kyi | Aung San Suu Kyi | s
Ho Chi Minh | Ho | s
Narendra Modi | Rahul Gandhi | d
Rahul Gandhi | Sonia Gandhi | d
Mahatma Gandhi | Gandhi | s
Muhammad Yunus | Mohammed Younis | su
Ayatollah Ali Khamenei | Ali Khamenei | s
Ali Khamenei | Ruhollah Khomeini | d
King Abdullah II | Abdullah II | s
Mohamed ElBaradei | Mohamed el-Baradei | s
Ludwig van Beethoven | Beethoven | s
Angela Dorothea Merkel | Angela Merkel | s
Merkel | Angela Merkel | s
Olaf Scholz | Olof Palme | d
Robert Habeck | Robert Fico | d
Carl XVI Gustaf | Carl Gustaf | su
Anne-Marie Slaughter | Anne Marie Slaughter | s
Anne-Marie Slaughter | Ann Slaughter | su
Mary-Ann Holt | Ann Holt | su
Helena Bonham Carter | Helena Carter | s
Bonham Carter | Helena Bonham Carter | su
Carter | Helena Bonham Carter | s
Jimmy Carter | Helena Bonham Carter | d
Conan Doyle | Arthur Conan Doyle | su
Arthur Conan Doyle | Sir Arthur Doyle | s
Tolstoy | Lev Tolstoi | s
Leo Tolstoy | Lev Tolstoi | s
Chekhov | Anton Tchekhov | s
Nikolai Gogol | Nikolay Gogol’ | s
Evgeny Prigozhin | Yevgeny Prigozhin | s
Kim Dae-jung | Kim Dae Jung | s
Kim Campbell | Kim Darroch | d
Kim Campbell | Kim Jong-un | d
Lee Harvey Oswald | Lee Hsien Loong | d
Young | Carl Jung | d
Wang | Wang Yi | s
Foreign Minister Wang Yi | Wang Yi [Foreign Minister] | s
Wang Yi, China’s foreign minister | Wang Yi | s
Chinese President Xi | Xi Jinping | s
the Chinese president | Xi Jinping [President of China] | s
the Chinese president | Vladimir Putin [President of Russia] | d
the Russian president | Vladimir Putin | u
the US secretary of state | Antony Blinken [Secretary of State] | s
the treasury secretary | Antony Blinken [Secretary of State] | du
the council leader | Grace Okafor [Councillor] | du
her lawyer | Ada Marlowe | u
a doctor at the hospital | Ada Marlowe | u
the company | org: Microsoft | su
the city | org: City Council | su
City Council | org: the Council | s
the Fed | org: Federal Reserve | su
Home Office | org: the Home Office | s
Home Office | org: Foreign Office | d
Treasury | org: US Treasury | s
Tesco | org: Tesco plc | s
University of Oxford | org: Oxford University | s
University of Oxford | org: University of Cambridge | d
Democratic Party | org: Republican Party | d
Democrats | org: Republicans | d
Greenpeace UK | org: Greenpeace | s
IMF | org: International Monetary Fund | s
World Bank | org: International Monetary Fund | d
Police Federation | org: police | su
Ministry of Foreign Affairs | org: Foreign Ministry | s
Russian Foreign Ministry | org: Ministry of Foreign Affairs of the Russian Federation | s
Ukraine | org: Ukrainska Pravda | du
# more of the same, the world over
Mr. President | Joe Biden [President] | su
Madam Speaker | Nancy Pelosi [Speaker] | su
Senator Sanders | Bernie Sanders | s
Bernie | Bernie Sanders | su
Mayor Pete | Pete Buttigieg | su
Sen. Bernie Sanders (I-Vt.) | BERNIE SANDERS | s
Rep. Jim Jordan, R-Ohio | Jim Jordan | s
Jim Jordan | Michael Jordan | d
Attorney General Merrick Garland | Merrick Garland | s
Attorney General William Barr | Bill Barr | s
Chief Justice John Roberts | John Roberts | s
Justice Roberts | John Roberts | s
Dr. Anthony Fauci | Tony Fauci | s
Dr. Fauci | Anthony Fauci | s
General Kelly | John Kelly | s
Kelly | Megyn Kelly | u | John Kelly
Ms. Kelly | Megyn Kelly | s | John Kelly
Mr. Kelly | Megyn Kelly | du | John Kelly
Vice President Pence | Mike Pence | s
the vice president | Mike Pence [Vice President] | s
the Democratic nominee | Joe Biden | u
the former president | Donald Trump | u
the singer Adele | Adele | s
singer Adele | Adele | s
actor Tom Hanks | Tom Hanks | s
US actor Tom Hanks | Tom Cruise | d
Prince Charles | Prince Andrew | d
the Prince of Wales | Prince Charles [Prince of Wales] | s
the Duke of Sussex | Prince Harry [Duke of Sussex] | s
Lord Cameron | David Cameron | s
Baroness Thatcher | Margaret Thatcher | s
Mrs Thatcher | Denis Thatcher | du
Mrs. May | Theresa May | s
May | Theresa May | s
Theresa Mary May | Theresa May | s
Jean-Marie Le Pen | Marine Le Pen | d
Le Pen | Marine Le Pen | s
Le Pen | Marine Le Pen | u | Jean-Marie Le Pen
Emmanuel Macron | Brigitte Macron | d
Macron | Emmanuel Macron [President] | s
Ursula Von Der Leyen | URSULA VON DER LEYEN | s
Mette Frederiksen | Mette Marit | d
Lars Løkke Rasmussen | Lars Lokke Rasmussen | s
Rasmussen | Lars Løkke Rasmussen | s
Anders Fogh Rasmussen | Lars Løkke Rasmussen | du
Jens Spahn | Jens Weidmann | d
Giorgia Meloni | Georgia Meloni | s
Mario Draghi | Mario Monti | d
Alexandros Tsipras | Alexis Tsipras | su
Benyamin Netanyahu | Benjamin Netanyahu | s
Mahmoud Abbas | Abu Mazen | du
Mahmud Abbas | Mahmoud Abbas | s
Hosni Mubarak | Gamal Mubarak | d
Ali Abdullah Saleh | Ali Abdallah Saleh | s
Recep Tayyip Erdogan | Bilal Erdogan | d
Nouri al-Maliki | Nuri Maliki | s
King Salman | Mohammed bin Salman | du
Pervez Musharraf | Parvez Musharraf | s
Imran Khan | Sadiq Khan | d
Khan | Imran Khan | s
Manmohan Singh | Singh | s
Sheikh Hasina | Hasina | s
Tsai Ing-wen | Tsai Ing Wen | s
Ing-wen Tsai | Tsai Ing-wen | s
Carrie Lam | Lam | s
Lee Jae-myung | Lee Jae-yong | d
Yoon Suk Yeol | Yoon Suk-yeol | s
Kishida | Fumio Kishida | s
Shinzo Abe | Akie Abe | d
Haruhiko Kuroda | Kuroda Haruhiko | s
Goh Chok Tong | Goh Keng Swee | d
Sukarno | Sukarno | s
Joko Widodo | Jokowi | du
Rodrigo Duterte | Sara Duterte | d
Ferdinand Marcos Jr. | Ferdinand Marcos | su
Bongbong Marcos | Ferdinand Marcos Jr. | du
Cyril Ramaphosa | Ramaphosa | s
Nkosazana Dlamini-Zuma | Jacob Zuma | d
Nelson Mandela | Winnie Mandela | d
Winnie Madikizela-Mandela | Winnie Mandela | s
Ngozi Okonjo-Iweala | Okonjo-Iweala | s
Uhuru Kenyatta | Jomo Kenyatta | d
Haile Selassie I | Haile Selassie | s
Luis Inacio Lula da Silva | Luiz Inácio Lula da Silva | s
President Lula | Luiz Inácio Lula da Silva | su
Cristina Fernández de Kirchner | Cristina Kirchner | s
Cristina Fernández de Kirchner | Cristina Fernández | s
Néstor Kirchner | Cristina Fernández de Kirchner | d
Hugo Chávez | Julio César Chávez | d
Hugo Chávez Frías | Hugo Chavez | s
Che Guevara | Ernesto “Che” Guevara | s
José Mourinho | Jose Mourinho | s
Cristiano Ronaldo | Ronaldo | s
Ronaldinho | Ronaldo | du
Neymar Jr. | Neymar | s
Kanye West | Ye | du
50 Cent | 50 Cent | s
will.i.am | will.i.am | s
Beyoncé Knowles-Carter | Beyoncé Knowles | s
Meghan Markle | Meghan, Duchess of Sussex | su
the Duchess of Sussex | Meghan Markle | u
Associated Press | org: AP | s
Reuters | org: Agence France-Presse | d
AFP | org: Agence France-Presse | s
the Guardian | org: The Guardian | s
Guardian | org: The Guardian newspaper | s
Washington Post | org: New York Times | d
Department of Health and Social Care | org: Department of Health | su
NHS England | org: NHS | s
NHS Scotland | org: NHS England | d
House of Commons | org: House of Lords | d
Senate | org: US Senate | s
European Central Bank | org: ECB | s
Fed | org: ECB | d
Deutsche Bank | org: Bundesbank | du
Goldman Sachs | org: Goldman | s
Toyota Motor Corporation | org: Toyota | s
General Motors | org: General Electric | d
University of California | org: University of Southern California | du
Save the Children | org: Children in Need | d
Doctors Without Borders | org: Médecins Sans Frontières | du
MSF | org: Médecins Sans Frontières | s
Israel Defense Forces | org: IDF | s
Israeli army | org: Israel Defense Forces | su
Hamas | org: Hezbollah | d
Taliban | org: the Taleban | s
a Taliban spokesman | org: Taliban | s
Israeli government | org: Palestinian Authority | d
Wagner | org: Wagner Group | su
a White House official | org: White House | s
White House | org: White Star Line | d
the union | org: National Union of Teachers | s
teachers’ union | org: National Union of Teachers | su
Extinction Rebellion | org: XR | du
`;

export const NAME_PAIRS: readonly NamePair[] = readTable();

function readTable(): NamePair[] {
  let group = "";
  return TABLE.trim()
    .split("\n")
    .flatMap((line): NamePair[] => {
      if (line.startsWith("#")) {
        group = line.slice(2);
        return [];
      }
      const [claimed = "", speaker = "", accepted = "", others = ""] = line
        .split("|")
        .map((part) => part.trim());
      const rest = others
        .split(";")
        .filter((name) => name.trim() !== "")
        .map(speakerOf);
      const named = speakerOf(speaker);
      return [{ group, claimed, speaker: named, others: [named, ...rest], accepted: acceptedOf(accepted) }];
    });
}

function speakerOf(written: string): NamedSpeaker {
  const [, kind, name = "", role = null] =
    /^\s*(?:(org|doc):\s*)?([^[\]]+?)\s*(?:\[(.+)\])?\s*$/u.exec(written) ?? [];
  if (kind === "doc") return { name, kind: "document", role: null, document: name };
  return { name, kind: kind === "org" ? "organisation" : "person", role: role ?? null, document: null };
}

function acceptedOf(letters: string): NameComparison[] {
  const all: Record<string, NameComparison> = { s: "same", d: "different", u: "unsure" };
  return [...letters].flatMap((letter) => all[letter] ?? []);
}
