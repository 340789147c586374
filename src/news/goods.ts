import { wordGroups } from "./word-groups.ts";

/** Goods that trade measures name, folded and by stem, in three languages: a good, then its words. */
const goods: Readonly<Record<string, string>> = {
	steel: "steel acier aciers acero aceros siderurgique siderurgico",
	aluminum: "aluminum aluminium aluminio",
	copper: "copper cuivre cobre",
	iron: "iron fer hierro",
	lumber: "lumber timber softwood bois madera",
	autos:
		"auto autos car cars automobile automobiles automotive voiture voitures automovil automoviles vehicle vehicles vehicule vehicules vehiculo vehiculos automaker automakers",
	trucks: "truck trucks camion camions camiones",
	dairy:
		"dairy milk cheese laitier laitiers laitieres lait fromage lacteo lacteos leche queso",
	eggs: "egg eggs oeuf oeufs huevo huevos",
	beef: "beef cattle boeuf bovins res ganado",
	pork: "pork hog hogs porc cerdo",
	poultry: "poultry chicken chickens volaille poulet avicola pollo",
	wheat: "wheat durum ble trigo",
	corn: "corn maize mais maiz",
	sugar: "sugar sucre azucar",
	canola: "canola rapeseed colza",
	soybeans: "soybean soybeans soy soja soya",
	potash: "potash potasse potasa",
	fertilizer:
		"fertilizer fertilizers fertiliser engrais fertilizante phosphate",
	tomatoes: "tomato tomatoes tomate tomates jitomate",
	seafood: "seafood fish lobster shrimp salmon crab poisson homard camaron",
	oil: "oil crude petrole petroleo",
	gas: "lng gas gaz",
	coal: "coal charbon carbon",
	electricity: "electricity power electricite electricidad hydro",
	semiconductors:
		"semiconductor semiconductors chip chips semiconducteurs puces semiconductores microchips",
	drugs:
		"drug drugs pharma pharmaceutical pharmaceuticals medicine medicines medicaments farmacos medicamentos",
	solar: "solar solaire solaires photovoltaic panneaux",
	batteries: "battery batteries baterias batterie graphite",
	magnets: "magnet magnets aimants imanes",
	rebar: "rebar varilla",
	tires: "tire tires tyre tyres pneus neumaticos llantas",
	furniture: "furniture meubles muebles",
	textiles: "textile textiles apparel clothing garments vetements ropa",
	shoes: "shoe shoes footwear chaussures calzado",
	paper: "paper newsprint papier papel",
	wine: "wine wines vin vins vino vinos",
	spirits: "whisky whiskey bourbon tequila spirits alcohol",
	aircraft: "aircraft planes jets airplane avions aeronaves",
	ships: "ship ships vessel vessels shipbuilding navires buques",
	drones: "drone drones",
	cement: "cement ciment cemento",
};
const goodsNamed = wordGroups(goods);

/** The good that a folded word names in any of the three languages, or null. */
export function goodNamed(word: string): string | null {
	return goodsNamed(word)[0] ?? null;
}
