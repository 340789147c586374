import { type Concept, concept } from "./concept.ts";

/** Branches of trade, each with the products that belong to it. */
export const sectors: readonly Concept[] = [
	concept("metals", "sector", {
		names: { en: "Metals", fr: "Métaux", es: "Metales" },
		en: "base metal* | metalworking | foundry | foundries | smelter*",
		fr: "métaux | métallurg* | fonderie*",
		es: "metales | metalúrgic* | fundición",
		of: "steel ironore aluminum copper nickel zinc",
	}),
	concept("mining", "sector", {
		names: { en: "Mining", fr: "Mines", es: "Minería" },
		en: "mining | miners | mineral exports",
		fr: "minier* | minière* | extraction minière",
		es: "minería | miner* ",
		not: "data mining | bitcoin mining",
		of: "criticalminerals uranium gold silver coal potash ironore",
	}),
	concept("forestry", "sector", {
		names: { en: "Forestry", fr: "Forêt", es: "Sector forestal" },
		en: "forestry | forest products | forest industry",
		fr: "foresterie | industrie forestière | produits forestiers",
		es: "sector forestal | industria forestal | productos forestales",
		of: "lumber pulp",
	}),
	concept("energy", "sector", {
		names: { en: "Energy", fr: "Énergie", es: "Energía" },
		en: "energy exports | energy imports | pipeline* | refiner* | energy sector",
		fr: "secteur énergétique | oléoduc* | gazoduc* | raffinerie*",
		es: "sector energético | oleoducto* | gasoducto* | refinería*",
		of: "oil gas electricity coal uranium",
	}),
	concept("agriculture", "sector", {
		names: {
			en: "Agriculture and food",
			fr: "Agroalimentaire",
			es: "Agroalimentario",
		},
		en: "agriculture | agricultural | agri-food | farmers | farm exports | food exports",
		fr: "agriculture | agricole* | agroalimentaire* | agriculteur*",
		es: "agricultura | agrícola* | agroalimentari* | agropecuari* | agricultor*",
		of: "dairy poultry beef pork wheat corn grains soybeans canola sugar coffee cocoa seafood produce alcohol cotton rice",
	}),
	concept("automotive", "sector", {
		names: { en: "Automotive", fr: "Automobile", es: "Automotriz" },
		en: "auto sector | auto industry | auto plant* | assembly plant*",
		fr: "usine d'assemblage | usines d'assemblage",
		es: "planta automotriz | plantas automotrices | planta armadora",
		of: "autos autoparts trucks evs batteries",
	}),
	concept("technology", "sector", {
		names: { en: "Technology", fr: "Technologie", es: "Tecnología" },
		en: "tech companies | big tech | smartphone* | electronics | data cent* | telecom equipment",
		fr: "géants du web | électronique grand public | téléphones intelligents | centres de données",
		es: "empresas tecnológicas | electrónicos | teléfonos inteligentes | centros de datos",
		of: "semiconductors dst solar",
	}),
	concept("health", "sector", {
		names: {
			en: "Health goods",
			fr: "Produits de santé",
			es: "Productos de salud",
		},
		en: "medical device* | medical supplies | vaccine*",
		fr: "dispositif* médica* | vaccin*",
		es: "dispositivo* médico* | vacuna*",
		of: "pharmaceuticals",
	}),
	concept("transport", "sector", {
		names: { en: "Shipping, rail and road", fr: "Transport", es: "Transporte" },
		en: `container ship* | shipping line* | shipping rates | freight | cargo | seaport* | port fees | port strike | railway* | rail strike
			| trucking | Panama Canal | Red Sea`,
		fr: "porte-conteneurs | transport maritime | fret | port de Montréal | camionnage | chemin de fer | chemins de fer | canal de Panama",
		es: "portacontenedores | transporte marítimo | flete* | puerto de | autotransporte | ferrocarril* | Canal de Panamá",
	}),
	concept("aerospace", "sector", {
		names: { en: "Aerospace", fr: "Aérospatiale", es: "Aeroespacial" },
		en: "Boeing | Airbus | Bombardier | Embraer",
		fr: "",
		es: "",
		of: "aircraft",
	}),
	concept("apparel", "sector", {
		names: {
			en: "Clothing and retail",
			fr: "Vêtements et commerce de détail",
			es: "Ropa y comercio minorista",
		},
		en: "retailer* | fashion brand* | toymaker* | toys",
		fr: "détaillant* | jouets",
		es: "minorista* | juguetes",
		of: "textiles cotton furniture",
	}),
	concept("culture", "sector", {
		names: {
			en: "Culture and media",
			fr: "Culture et médias",
			es: "Cultura y medios",
		},
		en: "film tariff* | foreign-made movies | streaming act | cultural exemption | foreign films",
		fr: "exception culturelle | exemption culturelle | films étrangers | diffusion continue",
		es: "excepción cultural | películas extranjeras",
	}),
];
