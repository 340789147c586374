import { type Concept, concept } from "./concept.ts";

/**
 * Countries that trade news names: code, id, names in English, French and
 * Spanish; then what else stands for the country in any of the three, its
 * people and capital among them; then phrases that mean something else.
 */
const written = `
CA canada | Canada | Canada | Canadá | Canadian* canadien* canadiense* Ottawa | Ottawa Senators
US unitedstates | United States | États-Unis | Estados Unidos | U.S. USA American Americans américain* estadounidense* EE.UU. EUA Washington_D.C. White_House Maison-Blanche Casa_Blanca | Latin American | South American | North American | Central American | Pan American
MX mexico | Mexico | Mexique | México | Mexican* mexicain* mexicano* mexicana* | New Mexico | Gulf of Mexico | Nouveau-Mexique | Nuevo México | Canada-United States-Mexico | Canada-États-Unis-Mexique | U.S.-Mexico-Canada
CN china | China | Chine | China | Chinese chinois* chino chinos chinas Beijing Pékin Pekín | South China Sea | fine china
HK hongkong | Hong Kong | Hong Kong | Hong Kong | |
TW taiwan | Taiwan | Taïwan | Taiwán | Taiwanese taïwanais* taiwanés* taiwanes* Taipei |
JP japan | Japan | Japon | Japón | Japanese japonais* japonés japonesa* japoneses Tokyo Tokio |
KR southkorea | South Korea | Corée du Sud | Corea del Sur | Korean sud-coréen* coreano* surcoreano* surcoreana* Seoul Séoul Seúl | North Korean
IN india | India | Inde | India | indien* indio indios indias New_Delhi | Indian_exports Indian_goods Indian_imports Indian_government
VN vietnam | Vietnam | Vietnam | Vietnam | Vietnamese vietnamien* vietnamita* Hanoi Hanoï |
TH thailand | Thailand | Thaïlande | Tailandia | Thai thaïlandais* tailandés tailandes* Bangkok |
MY malaysia | Malaysia | Malaisie | Malasia | Malaysian* malaisien* malasio* |
ID indonesia | Indonesia | Indonésie | Indonesia | Indonesian* indonésien* indonesio* Jakarta Yakarta |
PH philippines | Philippines | Philippines | Filipinas | Filipino* philippin filipino* Manila |
SG singapore | Singapore | Singapour | Singapur | Singaporean* singapourien* |
BD bangladesh | Bangladesh | Bangladesh | Bangladés | Bangladeshi* Dhaka |
PK pakistan | Pakistan | Pakistan | Pakistán | Pakistani* pakistanais* pakistaní* Islamabad |
AU australia | Australia | Australie | Australia | Australian* australien* australiano* Canberra |
NZ newzealand | New Zealand | Nouvelle-Zélande | Nueva Zelanda | New_Zealander* néo-zélandais* neozelandés neozelandes* |
EU eu | European Union | Union européenne | Unión Europea | EU UE Brussels Bruxelles Bruselas EU-wide EU's bloc's | Brussels sprout*
GB unitedkingdom | United Kingdom | Royaume-Uni | Reino Unido | UK U.K. Britain British britannique* británico* británica* Downing_Street | British Columbia | New Britain | British Columbian*
DE germany | Germany | Allemagne | Alemania | German Germans allemand* alemán alemana* alemanes Berlin Berlín | Berlin Wall
FR france | France | France | Francia | French français* francés francesa* franceses Elysée | French fries | French language | French-speaking | French immersion | Air France
IT italy | Italy | Italie | Italia | Italian* italien* italiano* italiana* Rome |
ES spain | Spain | Espagne | España | Spaniard* espagnol* español* Madrid |
NL netherlands | Netherlands | Pays-Bas | Países Bajos | Dutch néerlandais* neerlandés neerlandes* holandés holandes* The_Hague |
BE belgium | Belgium | Belgique | Bélgica | Belgian* belge* belga* |
IE ireland | Ireland | Irlande | Irlanda | Irish irlandais* irlandés irlandes* Dublin | Northern Ireland | Fighting Irish
CH switzerland | Switzerland | Suisse | Suiza | Swiss suizo* suiza* Bern | Swiss cheese
SE sweden | Sweden | Suède | Suecia | Swedish suédois* sueco* sueca* Stockholm |
NO norway | Norway | Norvège | Noruega | Norwegian* norvégien* noruego* noruega* Oslo |
DK denmark | Denmark | Danemark | Dinamarca | Danish danois* danés danes* Copenhagen Copenhague |
PL poland | Poland | Pologne | Polonia | Polish polonais* polaco* polaca* Warsaw Varsovie Varsovia |
UA ukraine | Ukraine | Ukraine | Ucrania | Ukrainian* ukrainien* ucraniano* Kyiv Kiev |
RU russia | Russia | Russie | Rusia | Russian* russe* ruso rusos rusa rusas Moscow Moscou Moscú Kremlin |
TR turkey | Türkiye | Turquie | Turquía | Turkish turc turque* turco* turca* Ankara |
IL israel | Israel | Israël | Israel | Israeli* israélien* israelí* |
SA saudiarabia | Saudi Arabia | Arabie saoudite | Arabia Saudita | Saudi Saudis saoudien* saudí* Riyadh Riyad |
AE uae | United Arab Emirates | Émirats arabes unis | Emiratos Árabes Unidos | UAE Emirati* Dubai Abu_Dhabi |
IR iran | Iran | Iran | Irán | Iranian* iranien* iraní* Tehran Téhéran Teherán |
IQ iraq | Iraq | Irak | Irak | Iraqi* irakien* iraquí* Baghdad Bagdad |
ZA southafrica | South Africa | Afrique du Sud | Sudáfrica | South_African* sud-africain* sudafricano* sudafricana* Pretoria |
NG nigeria | Nigeria | Nigeria | Nigeria | Nigerian* nigérian* nigeriano* Abuja |
EG egypt | Egypt | Égypte | Egipto | Egyptian* égyptien* egipcio* Cairo Caire |
BR brazil | Brazil | Brésil | Brasil | Brazilian* brésilien* brasileño* brasileña* Brasilia Brasília | Brazil nut*
AR argentina | Argentina | Argentine | Argentina | Argentinian* Argentine* argentin argentino* Buenos_Aires |
CL chile | Chile | Chili | Chile | Chilean* chilien* chileno* chilena* | Chili's
CO colombia | Colombia | Colombie | Colombia | Colombian* colombien* colombiano* Bogota Bogotá | British Columbia
PE peru | Peru | Pérou | Perú | Peruvian* péruvien* peruano* peruana* Lima |
VE venezuela | Venezuela | Venezuela | Venezuela | Venezuelan* vénézuélien* venezolano* Caracas |
CU cuba | Cuba | Cuba | Cuba | Cuban* cubain* cubano* Havana | Cuba Gooding
LK srilanka | Sri Lanka | Sri Lanka | Sri Lanka | Sri_Lankan* srilankais* Colombo |
KH cambodia | Cambodia | Cambodge | Camboya | Cambodian* cambodgien* camboyano* |
GL greenland | Greenland | Groenland | Groenlandia | Greenlander* groenlandais* |
`;

/** Countries, and the European Union, which trades as one. */
export const countries: readonly Concept[] = written
	.trim()
	.split("\n")
	.map((line) => {
		const [head = "", en = "", fr = "", es = "", also = "", ...not] = line
			.split("|")
			.map((part) => part.trim());
		const [code = "", id = ""] = head.split(" ");
		// The press of one language cites the words of another; a form is one of all.
		const others = also
			.split(" ")
			.map((form) => form.replaceAll("_", " "))
			.join(" | ");
		return concept(id, "country", {
			names: { en, fr, es },
			en: `${en} | ${others}`,
			fr,
			es,
			not: not.join(" | "),
			code,
		});
	});
