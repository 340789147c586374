import { type Concept, concept } from "./concept.ts";

/** Charges, limits and rules at a border, and the statutes that they rest on. */
export const measures: readonly Concept[] = [
	concept("tariff", "measure", {
		names: {
			en: "Tariffs and duties",
			fr: "Droits de douane",
			es: "Aranceles",
		},
		en: "tariff* | customs dut* | import dut* | import tax* | import levy | import levies | duties on | import surcharge",
		fr: "tarif* douanier* | droits de douane | droit de douane | droits d'importation | taxe douanière | taxes douanières | tarifs",
		es: "arancel* | derechos de importación | impuestos de importación | sobretasa a las importaciones",
		not: `electricity tariff* | power tariff* | hotel tariff* | room tariff* | mobile tariff* | tarifs d'électricité
			| tarifs des chambres | tarifs hydroélectriques`,
	}),
	...[
		["122", "balance of payments"],
		["201", "safeguards"],
		["232", "national security"],
		["301", "unfair practices"],
		["337", "unfair imports"],
		["338", "discrimination"],
	].map(([number, about]) =>
		concept(`section${number}`, "measure", {
			names: {
				en: `Section ${number} (${about})`,
				fr: `Article ${number}`,
				es: `Sección ${number}`,
			},
			en: `section ${number} | sec. ${number} | s. ${number}${number === "232" ? " | Trade Expansion Act" : ""}`,
			fr: `article ${number} | l'article ${number}`,
			es: `sección ${number}`,
			not: number === "301" ? "301 of title 3" : "",
		}),
	),
	concept("ieepa", "measure", {
		names: {
			en: "IEEPA (emergency powers)",
			fr: "IEEPA (pouvoirs d’urgence)",
			es: "IEEPA (poderes de emergencia)",
		},
		en: "IEEPA | International Emergency Economic Powers Act | emergency economic powers | reciprocal tariff* | fentanyl tariff*",
		fr: "tarifs réciproques | droits réciproques | tarifs liés au fentanyl",
		es: "aranceles recíprocos | poderes económicos de emergencia",
	}),
	concept("antidumping", "measure", {
		names: {
			en: "Anti-dumping and countervailing duties",
			fr: "Droits antidumping et compensateurs",
			es: "Cuotas antidumping y compensatorias",
		},
		en: "antidump* | anti-dump* | countervail* | AD/CVD | dumping dut* | dumping margin*",
		fr: "droits compensateurs | droits antidumping | marge de dumping",
		es: "cuotas compensatorias | derechos compensatorios",
	}),
	concept("safeguard", "measure", {
		names: {
			en: "Safeguards",
			fr: "Mesures de sauvegarde",
			es: "Salvaguardias",
		},
		en: "safeguard measure* | safeguard dut* | safeguard tariff* | safeguard quota* | global safeguard",
		fr: "mesure de sauvegarde | mesures de sauvegarde",
		es: "salvaguardia* | medidas de salvaguarda",
	}),
	concept("surtax", "measure", {
		names: {
			en: "Surtaxes and remission",
			fr: "Surtaxes et remises",
			es: "Sobretasas y remisiones",
		},
		en: "surtax* | remission order* | United States Surtax Order | surtax order*",
		fr: "surtaxe* | décret de remise | décret sur la remise",
		es: "sobretasa*",
	}),
	concept("retaliation", "measure", {
		names: { en: "Retaliation", fr: "Représailles", es: "Represalias" },
		en: `retaliatory tariff* | retaliatory dut* | retaliatory measure* | retaliatory lev* | trade retaliation
			| counter-tariff* | countertariff* | countermeasure* | tit-for-tat`,
		fr: "contre-tarif* | contre-mesure* | représailles",
		es: "contraarancel* | contra-arancel* | aranceles de represalia | aranceles de retorsión | represalias",
	}),
	concept("quota", "measure", {
		names: { en: "Quotas", fr: "Contingents", es: "Cupos" },
		en: "import quota* | export quota* | tariff-rate quota* | tariff rate quota* | TRQ | TRQs | steel quota* | quota system",
		fr: "contingent* tarifaire* | contingents | quotas d'importation",
		es: "cupo de importación | cupos de importación | contingente arancelario | contingentes arancelarios | cuota de importación",
	}),
	concept("rulesoforigin", "measure", {
		names: {
			en: "Rules of origin",
			fr: "Règles d’origine",
			es: "Reglas de origen",
		},
		en: "rules of origin | rule of origin | regional value content | substantial transformation | certificate of origin | country of origin",
		fr: "règles d'origine | règle d'origine | teneur en valeur régionale | certificat d'origine | pays d'origine",
		es: "reglas de origen | regla de origen | valor de contenido regional | certificado de origen | país de origen",
	}),
	concept("deminimis", "measure", {
		names: { en: "De minimis", fr: "De minimis", es: "De minimis" },
		en: "de minimis | low-value shipment* | low-value parcel*",
		fr: "colis de faible valeur | envois de faible valeur",
		es: "paquetes de bajo valor | envíos de bajo valor",
	}),
	concept("forcedlabour", "measure", {
		names: { en: "Forced labour", fr: "Travail forcé", es: "Trabajo forzoso" },
		en: "forced labor | forced labour | UFLPA | withhold release order*",
		fr: "travail forcé",
		es: "trabajo forzoso | trabajo forzado",
	}),
	concept("exportcontrols", "measure", {
		names: {
			en: "Export controls",
			fr: "Contrôles à l’exportation",
			es: "Controles de exportación",
		},
		en: "export control* | export ban* | export restriction* | export curb* | entity list | export licence* | export license*",
		fr: "contrôles à l'exportation | contrôle des exportations | restrictions à l'exportation | interdiction d'exportation",
		es: "controles de exportación | controles a la exportación | restricciones a la exportación | prohibición de exportar",
	}),
	concept("sanctions", "measure", {
		names: { en: "Sanctions", fr: "Sanctions", es: "Sanciones" },
		en: "economic sanction* | trade sanction* | sanctions | embargo*",
		fr: "sanctions économiques | sanctions commerciales",
		es: "sanciones económicas | sanciones comerciales",
	}),
	concept("dst", "measure", {
		names: {
			en: "Digital services tax",
			fr: "Taxe sur les services numériques",
			es: "Impuesto a los servicios digitales",
		},
		en: "digital services tax* | digital service tax* | digital tax*",
		fr: "taxe sur les services numériques | taxe numérique | taxe GAFA",
		es: "impuesto a los servicios digitales | impuesto sobre servicios digitales | impuesto digital",
	}),
	concept("supplymanagement", "measure", {
		names: {
			en: "Supply management",
			fr: "Gestion de l’offre",
			es: "Gestión de la oferta",
		},
		en: "supply management | supply-managed",
		fr: "gestion de l'offre",
		es: "gestión de la oferta | sistema de gestión de oferta",
	}),
	concept("cbam", "measure", {
		names: {
			en: "Carbon border adjustment",
			fr: "Ajustement carbone aux frontières",
			es: "Ajuste de carbono en frontera",
		},
		en: "CBAM | carbon border",
		fr: "MACF | ajustement carbone aux frontières | taxe carbone aux frontières",
		es: "ajuste en frontera por carbono | ajuste de carbono en frontera",
	}),
	concept("tradewar", "measure", {
		names: {
			en: "Trade war",
			fr: "Guerre commerciale",
			es: "Guerra comercial",
		},
		en: "trade war* | tariff war* | trade dispute* | trade tension* | protectionis*",
		fr: "guerre commerciale | guerre tarifaire | différend commercial | tensions commerciales | protectionnis*",
		es: "guerra comercial | guerra arancelaria | disputa comercial | tensiones comerciales | proteccionis*",
	}),
	concept("tradebalance", "measure", {
		names: {
			en: "Trade balance",
			fr: "Balance commerciale",
			es: "Balanza comercial",
		},
		en: "trade balance | trade deficit* | trade surplus* | trade gap* | balance of trade",
		fr: "balance commerciale | déficit commercial | excédent commercial",
		es: "balanza comercial | déficit comercial | superávit comercial",
	}),
];
