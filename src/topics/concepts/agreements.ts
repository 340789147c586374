import { type Concept, concept } from "./concept.ts";

/** Trade agreements and the areas that they make. */
export const agreements: readonly Concept[] = [
	concept("cusma", "agreement", {
		names: { en: "CUSMA (USMCA)", fr: "ACEUM", es: "T-MEC" },
		en: `CUSMA | USMCA | Canada-U.S.-Mexico Agreement | Canada-United States-Mexico Agreement
			| U.S.-Mexico-Canada Agreement | United States-Mexico-Canada Agreement | new NAFTA | NAFTA 2.0
			| North American trade pact | North American trade deal | North American trade agreement
			| North American free trade agreement`,
		fr: "ACEUM | AEUMC | Accord Canada-États-Unis-Mexique | nouvel ALENA | ALENA 2.0",
		es: `T-MEC | TMEC | Tratado México-Estados Unidos-Canadá | Tratado entre México, Estados Unidos y Canadá
			| nuevo TLCAN`,
	}),
	concept("nafta", "agreement", {
		names: {
			en: "NAFTA (1994–2020)",
			fr: "ALENA (1994–2020)",
			es: "TLCAN (1994–2020)",
		},
		en: "NAFTA",
		fr: "ALENA | Accord de libre-échange nord-américain",
		es: "TLCAN | Tratado de Libre Comercio de América del Norte",
		not: "new NAFTA | NAFTA 2.0 | nouvel ALENA | ALENA 2.0 | nuevo TLCAN",
	}),
	concept("ceta", "agreement", {
		names: {
			en: "CETA (Canada–EU)",
			fr: "AECG (Canada–UE)",
			es: "CETA (Canadá–UE)",
		},
		en: "CETA | Comprehensive Economic and Trade Agreement | Canada-EU trade agreement | Canada-EU trade deal",
		fr: "AECG | Accord économique et commercial global",
		es: "Acuerdo Económico y Comercial Global",
	}),
	concept("cptpp", "agreement", {
		names: {
			en: "CPTPP (Pacific)",
			fr: "PTPGP (Pacifique)",
			es: "CPTPP (Pacífico)",
		},
		en: "CPTPP | TPP-11 | Trans-Pacific Partnership",
		fr: "PTPGP | Partenariat transpacifique",
		es: "TIPAT | Tratado Integral y Progresista | Asociación Transpacífica",
	}),
	concept("mercosur", "agreement", {
		names: { en: "Mercosur", fr: "Mercosur", es: "Mercosur" },
		en: "Mercosur | Mercosul",
		fr: "",
		es: "",
	}),
	concept("gatt", "agreement", {
		names: { en: "GATT", fr: "GATT", es: "GATT" },
		en: "GATT | General Agreement on Tariffs and Trade",
		fr: "Accord général sur les tarifs",
		es: "Acuerdo General sobre Aranceles",
	}),
	concept("agoa", "agreement", {
		names: { en: "AGOA (Africa)", fr: "AGOA (Afrique)", es: "AGOA (África)" },
		en: "AGOA | African Growth and Opportunity Act",
		fr: "Loi sur la croissance et les opportunités en Afrique",
		es: "Ley de Crecimiento y Oportunidades para África",
	}),
	concept("tradetalks", "agreement", {
		names: {
			en: "Trade talks and deals",
			fr: "Négociations et accords commerciaux",
			es: "Negociaciones y acuerdos comerciales",
		},
		en: `trade deal* | trade agreement* | trade pact* | trade talks | trade negotiat* | trade framework
			| free trade agreement* | free-trade deal* | joint review`,
		fr: "accord commercial | accords commerciaux | négociations commerciales | pourparlers commerciaux | accord de libre-échange | examen conjoint",
		es: "acuerdo comercial | acuerdos comerciales | negociaciones comerciales | tratado comercial | tratado de libre comercio | revisión conjunta",
	}),
];
