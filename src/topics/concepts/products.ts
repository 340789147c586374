import { type Concept, concept } from "./concept.ts";

/** Goods of metal, wood, energy and industry. */
export const products: readonly Concept[] = [
	concept("steel", "product", {
		names: { en: "Steel", fr: "Acier", es: "Acero" },
		en: "steel | steels | steelmaker* | steelmaking | steelworker* | rebar",
		fr: "acier | aciers | aciérie* | sidérurg*",
		es: "acero | aceros | siderúrg* | acerero* | acerera*",
		not: `nerves of steel | man of steel | steel magnolias | steel drum band | Chicago Steel | Remington Steele
			| nerfs d'acier | nervios de acero | hombre de acero`,
	}),
	concept("ironore", "product", {
		names: {
			en: "Iron ore and pig iron",
			fr: "Minerai de fer",
			es: "Mineral de hierro",
		},
		en: "iron ore | pig iron | ferrous scrap",
		fr: "minerai de fer | fonte brute",
		es: "mineral de hierro | arrabio",
	}),
	concept("aluminum", "product", {
		names: { en: "Aluminum", fr: "Aluminium", es: "Aluminio" },
		en: "aluminum | aluminium | alumina | bauxite | aluminum smelter*",
		fr: "alumine | aluminerie*",
		es: "aluminio | alúmina | bauxita",
		not: "aluminum foil hat | tin foil hat",
	}),
	concept("copper", "product", {
		names: { en: "Copper", fr: "Cuivre", es: "Cobre" },
		en: "copper",
		fr: "cuivre",
		es: "cobre | cuprífer*",
		not: "Copper Mountain | Copper Canyon | copper kettle",
	}),
	concept("nickel", "product", {
		names: { en: "Nickel", fr: "Nickel", es: "Níquel" },
		en: "nickel",
		fr: "",
		es: "níquel",
		not: "Nickel Belt | nickel and dime",
	}),
	concept("zinc", "product", {
		names: { en: "Zinc and lead", fr: "Zinc et plomb", es: "Zinc y plomo" },
		en: "zinc | refined lead",
		fr: "plomb raffiné",
		es: "plomo refinado",
	}),
	concept("gold", "product", {
		names: { en: "Gold", fr: "Or", es: "Oro" },
		en: "gold bullion | gold price* | gold bars | gold mine* | gold miner* | gold imports | gold exports | ounces of gold | bullion",
		fr: "lingots d'or | cours de l'or | prix de l'or | mine d'or | mines d'or | onces d'or",
		es: "lingotes de oro | precio del oro | mina de oro | minas de oro | onzas de oro",
	}),
	concept("silver", "product", {
		names: { en: "Silver", fr: "Argent (métal)", es: "Plata" },
		en: "silver price* | silver bullion | silver mine* | ounces of silver",
		fr: "cours de l'argent métal | mines d'argent | onces d'argent",
		es: "precio de la plata | minas de plata | onzas de plata",
	}),
	concept("criticalminerals", "product", {
		names: {
			en: "Critical minerals and rare earths",
			fr: "Minéraux critiques et terres rares",
			es: "Minerales críticos y tierras raras",
		},
		en: "critical mineral* | rare earth* | lithium | cobalt | graphite | gallium | germanium | tungsten",
		fr: "minéraux critiques | minéraux stratégiques | terres rares",
		es: "minerales críticos | tierras raras | litio | cobalto | grafito | tungsteno",
	}),
	concept("uranium", "product", {
		names: { en: "Uranium", fr: "Uranium", es: "Uranio" },
		en: "uranium",
		fr: "",
		es: "uranio",
	}),
	concept("lumber", "product", {
		names: { en: "Lumber", fr: "Bois d’œuvre", es: "Madera" },
		en: "lumber | softwood | hardwood lumber | timber | sawmill* | plywood",
		fr: "bois d'œuvre | bois résineux | scierie* | contreplaqué",
		es: "madera | maderas | madera blanda | aserradero* | triplay",
		not: "Lumber Kings | timber wolves",
	}),
	concept("pulp", "product", {
		names: {
			en: "Pulp and paper",
			fr: "Pâtes et papiers",
			es: "Celulosa y papel",
		},
		en: "wood pulp | pulp mill* | pulp and paper | newsprint | paper mill* | paperboard",
		fr: "pâtes et papiers | pâte à papier | papier journal | papetière*",
		es: "celulosa | pulpa y papel | papel periódico",
		not: "Pulp Fiction",
	}),
	concept("oil", "product", {
		names: { en: "Oil", fr: "Pétrole", es: "Petróleo" },
		en: `crude | crude oil | oil price* | barrel of oil | barrels of oil | petroleum | oil sands | oilsands | oil exports
			| oil imports | oil output | gasoline | diesel`,
		fr: "pétrole | pétrole brut | sables bitumineux | essence | baril",
		es: "petróleo | crudo | gasolina | diésel | barriles",
		not: "crude remark* | crude joke* | crude estimate*",
	}),
	concept("gas", "product", {
		names: { en: "Natural gas", fr: "Gaz naturel", es: "Gas natural" },
		en: "natural gas | LNG | liquefied natural gas",
		fr: "gaz naturel | GNL",
		es: "gas natural | GNL",
	}),
	concept("electricity", "product", {
		names: { en: "Electricity", fr: "Électricité", es: "Electricidad" },
		en: "electricity | power exports | hydroelectric*",
		fr: "électricité | hydroélectric*",
		es: "electricidad | hidroeléctric*",
	}),
	concept("coal", "product", {
		names: { en: "Coal", fr: "Charbon", es: "Carbón" },
		en: "coal",
		fr: "charbon | houille",
		es: "carbón | hulla",
	}),
	concept("potash", "product", {
		names: {
			en: "Potash and fertilizer",
			fr: "Potasse et engrais",
			es: "Potasa y fertilizantes",
		},
		en: "potash | fertilizer* | fertiliser* | phosphate* | urea",
		fr: "potasse | engrais",
		es: "potasa | fertilizante*",
	}),
	concept("autos", "product", {
		names: { en: "Cars", fr: "Automobiles", es: "Autos" },
		en: "auto | autos | automobile* | automotive | automaker* | carmaker* | car imports | passenger vehicle* | light truck*",
		fr: "voiture* | véhicule* léger* | constructeur* automobile* | secteur automobile | industrie automobile",
		es: "automóvil* | automotri* | armadora* | vehículo* ligero* | industria automotriz",
		not: "auto-da-fe | Grand Theft Auto | auto insurance",
	}),
	concept("autoparts", "product", {
		names: { en: "Auto parts", fr: "Pièces d’auto", es: "Autopartes" },
		en: "auto part* | car part* | automotive part* | parts maker* | automotive supplier*",
		fr: "pièce* d'auto | pièce* automobile* | équipementier*",
		es: "autoparte* | refacciones automotrices",
	}),
	concept("trucks", "product", {
		names: {
			en: "Trucks and buses",
			fr: "Camions et autobus",
			es: "Camiones y autobuses",
		},
		en: "heavy truck* | heavy-duty truck* | medium-duty truck* | truckmaker* | semi-truck* | heavy-duty vehicle*",
		fr: "camion* lourd* | poids lourds | constructeur* de camions",
		es: "camion* pesado* | tractocamion* | vehículo* pesado*",
	}),
	concept("evs", "product", {
		names: {
			en: "Electric vehicles",
			fr: "Véhicules électriques",
			es: "Vehículos eléctricos",
		},
		en: "EV | EVs | electric vehicle* | electric car* | electric truck*",
		fr: "VE | véhicule* électrique* | voiture* électrique*",
		es: "vehículo* eléctrico* | auto* eléctrico* | coche* eléctrico*",
	}),
	concept("batteries", "product", {
		names: { en: "Batteries", fr: "Batteries", es: "Baterías" },
		en: "lithium-ion | battery cell* | battery plant* | EV batter*",
		fr: "cellules de batterie* | usine de batteries | filière batterie",
		es: "baterías de litio | celdas de batería* | planta de baterías",
	}),
	concept("semiconductors", "product", {
		names: {
			en: "Semiconductors",
			fr: "Semi-conducteurs",
			es: "Semiconductores",
		},
		en: "semiconductor* | chipmaker* | chip maker* | computer chip* | AI chip* | chip exports",
		fr: "semi-conducteur* | semiconducteur* | puce* électronique*",
		es: "chips de computadora | fabricante* de chips",
	}),
	concept("pharmaceuticals", "product", {
		names: { en: "Pharmaceuticals", fr: "Médicaments", es: "Medicamentos" },
		en: "pharmaceutical* | drugmaker* | prescription drug* | generic drug* | active ingredient*",
		fr: "médicament* | pharmaceutique* | principe* actif*",
		es: "medicamento* | farmacéutic* | fármaco*",
	}),
	concept("aircraft", "product", {
		names: { en: "Aircraft", fr: "Avions", es: "Aeronaves" },
		en: "aircraft | planemaker* | aerospace | jetliner* | jet engine* | airplane*",
		fr: "avion* | aéronef* | aérospatial* | avionneur*",
		es: "aeronave* | aviones | aeroespacial*",
	}),
	concept("machinery", "product", {
		names: { en: "Machinery", fr: "Machines", es: "Maquinaria" },
		en: "machine tool* | industrial machinery | farm machinery | machinery imports | machinery exports",
		fr: "machine-outil | machines-outils | machinerie | machines agricoles",
		es: "maquinaria | máquinas herramienta*",
	}),
	concept("solar", "product", {
		names: {
			en: "Solar panels",
			fr: "Panneaux solaires",
			es: "Paneles solares",
		},
		en: "solar panel* | solar cell* | solar module* | polysilicon",
		fr: "panneau* solaire* | cellules photovoltaïques | polysilicium",
		es: "panel* solar* | celdas fotovoltaicas | polisilicio",
	}),
	concept("furniture", "product", {
		names: {
			en: "Furniture and cabinets",
			fr: "Meubles et armoires",
			es: "Muebles y gabinetes",
		},
		en: "furniture | kitchen cabinet* | bathroom vanit* | cabinetmaker* | upholster*",
		fr: "meuble* | ameublement | armoire* de cuisine | meuble-lavabo",
		es: "mueble* | gabinete* de cocina | tocador*",
	}),
	concept("textiles", "product", {
		names: {
			en: "Textiles, clothing and shoes",
			fr: "Textiles, vêtements et chaussures",
			es: "Textiles, ropa y calzado",
		},
		en: "textile* | apparel | clothing imports | garment* | footwear | sneakers",
		fr: "vêtement* | chaussure* | prêt-à-porter",
		es: "ropa | prendas de vestir | calzado | confección",
	}),
];
