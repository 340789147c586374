import { type Concept, concept } from "./concept.ts";

/** Courts, agencies and organisations that decide on trade. */
export const bodies: readonly Concept[] = [
	concept("wto", "body", {
		names: {
			en: "World Trade Organization",
			fr: "Organisation mondiale du commerce",
			es: "Organización Mundial del Comercio",
		},
		en: "WTO | World Trade Organization | World Trade Organisation | world trade body",
		fr: "Organisation mondiale du commerce",
		es: "OMC | Organización Mundial del Comercio",
	}),
	concept("ustr", "body", {
		names: {
			en: "U.S. Trade Representative",
			fr: "Représentant américain au Commerce",
			es: "Representante Comercial de EE. UU.",
		},
		en: "USTR | U.S. Trade Representative | United States Trade Representative",
		fr: "représentant américain au commerce | représentant au commerce des États-Unis | représentant au commerce américain",
		es: "Representante Comercial de Estados Unidos | Representante Comercial de EE.UU. | Oficina del Representante Comercial",
	}),
	concept("usitc", "body", {
		names: {
			en: "U.S. International Trade Commission",
			fr: "Commission du commerce international des États-Unis",
			es: "Comisión de Comercio Internacional de EE. UU.",
		},
		en: "USITC | U.S. International Trade Commission | United States International Trade Commission",
		fr: "Commission du commerce international",
		es: "Comisión de Comercio Internacional",
	}),
	concept("uscommerce", "body", {
		names: {
			en: "U.S. Commerce Department",
			fr: "Département américain du Commerce",
			es: "Departamento de Comercio de EE. UU.",
		},
		en: "Commerce Department | Department of Commerce | U.S. Commerce | Bureau of Industry and Security",
		fr: "département du Commerce | département américain du Commerce",
		es: "Departamento de Comercio",
	}),
	concept("cbp", "body", {
		names: {
			en: "U.S. Customs (CBP)",
			fr: "Douanes américaines (CBP)",
			es: "Aduanas de EE. UU. (CBP)",
		},
		en: "CBP | Customs and Border Protection | U.S. Customs",
		fr: "douanes américaines | Service des douanes et de la protection des frontières",
		es: "Aduanas y Protección Fronteriza | aduana estadounidense | aduanas de Estados Unidos",
	}),
	concept("cbsa", "body", {
		names: {
			en: "Canada Border Services Agency",
			fr: "Agence des services frontaliers du Canada",
			es: "Agencia de Servicios Fronterizos de Canadá",
		},
		en: "CBSA | Canada Border Services Agency | Border Services Agency | CARM",
		fr: "ASFC | Agence des services frontaliers | GCRA",
		es: "Agencia de Servicios Fronterizos",
	}),
	concept("citt", "body", {
		names: {
			en: "Canadian International Trade Tribunal",
			fr: "Tribunal canadien du commerce extérieur",
			es: "Tribunal Canadiense de Comercio Internacional",
		},
		en: "CITT | Canadian International Trade Tribunal",
		fr: "TCCE | Tribunal canadien du commerce extérieur",
		es: "Tribunal Canadiense de Comercio Internacional",
	}),
	concept("cit", "body", {
		names: {
			en: "U.S. Court of International Trade",
			fr: "Tribunal du commerce international des États-Unis",
			es: "Tribunal de Comercio Internacional de EE. UU.",
		},
		en: "Court of International Trade | U.S. trade court | Court of Appeals for the Federal Circuit",
		fr: "Tribunal du commerce international | Cour du commerce international",
		es: "Tribunal de Comercio Internacional | Corte de Comercio Internacional",
	}),
	concept("supremecourt", "body", {
		names: { en: "Supreme Court", fr: "Cour suprême", es: "Corte Suprema" },
		en: "Supreme Court",
		fr: "Cour suprême",
		es: "Corte Suprema | Tribunal Supremo",
	}),
	concept("globalaffairs", "body", {
		names: {
			en: "Global Affairs Canada",
			fr: "Affaires mondiales Canada",
			es: "Asuntos Globales de Canadá",
		},
		en: "Global Affairs Canada | Global Affairs",
		fr: "Affaires mondiales Canada",
		es: "Asuntos Globales de Canadá | Asuntos Mundiales de Canadá",
	}),
	concept("sat", "body", {
		names: {
			en: "Mexico's Economy Ministry and customs",
			fr: "Secrétariat mexicain à l’Économie et douanes",
			es: "Secretaría de Economía y aduanas de México",
		},
		en: "Mexican Economy Ministry | Mexico's Economy Ministry | Mexico's Economy Secretariat | Mexican customs",
		fr: "ministère mexicain de l'Économie | douanes mexicaines",
		es: "Secretaría de Economía | Agencia Nacional de Aduanas | ANAM",
	}),
	concept("eucommission", "body", {
		names: {
			en: "European Commission",
			fr: "Commission européenne",
			es: "Comisión Europea",
		},
		en: "European Commission | EU Commission | EU executive",
		fr: "Commission européenne",
		es: "Comisión Europea",
	}),
	concept("opec", "body", {
		names: { en: "OPEC", fr: "OPEP", es: "OPEP" },
		en: "OPEC | OPEC+ | Organization of the Petroleum Exporting Countries",
		fr: "OPEP | OPEP+",
		es: "Organización de Países Exportadores de Petróleo",
	}),
	concept("g7", "body", {
		names: { en: "G7", fr: "G7", es: "G7" },
		en: "G7 | G-7 | Group of Seven",
		fr: "Groupe des Sept",
		es: "Grupo de los Siete",
	}),
	concept("congress", "body", {
		names: {
			en: "U.S. Congress",
			fr: "Congrès américain",
			es: "Congreso de EE. UU.",
		},
		en: "U.S. Congress | Congress | Senate Finance Committee | Ways and Means",
		fr: "Congrès américain | Sénat américain",
		es: "Congreso estadounidense | Congreso de Estados Unidos | Senado estadounidense",
		not: "Canadian Labour Congress | Indian National Congress | World Congress",
	}),
];
