import type { Topic } from "../topic.ts";
import { entry } from "./entry.ts";
import { borderCharges, chargesOn } from "./words.ts";

/** Topics about goods and what is charged on them. */
export const productTopics: readonly Topic[] = [
	entry(
		"steel-tariffs",
		{
			en: "Steel tariffs",
			fr: "Droits de douane sur l'acier",
			es: "Aranceles al acero",
		},
		chargesOn("steel OR steelmaker* OR acier* OR acero* OR siderurg*"),
	),
	entry(
		"aluminum-tariffs",
		{
			en: "Aluminum tariffs",
			fr: "Droits de douane sur l'aluminium",
			es: "Aranceles al aluminio",
		},
		chargesOn("aluminum OR aluminium OR aluminio OR smelter* OR aluminerie*"),
	),
	entry(
		"auto-tariffs",
		{
			en: "Auto and parts tariffs",
			fr: "Droits de douane sur l'automobile",
			es: "Aranceles a autos y autopartes",
		},
		chargesOn(
			`auto OR autos OR automobile* OR automotive OR automaker* OR carmaker* OR cars OR vehicle* OR "auto parts"
			OR voiture* OR véhicule* OR automóvil* OR automotri* OR autoparte* OR vehículo*`,
		),
	),
	entry(
		"truck-tariffs",
		{
			en: "Truck tariffs",
			fr: "Droits de douane sur les camions",
			es: "Aranceles a camiones",
		},
		chargesOn(
			`truck OR trucks OR "heavy-duty vehicle*" OR truckmaker* OR camion OR camions OR camión OR camiones OR tractocamion*`,
		),
	),
	entry(
		"lumber-tariffs",
		{
			en: "Lumber tariffs",
			fr: "Droits de douane sur le bois d'œuvre",
			es: "Aranceles a la madera",
		},
		chargesOn(
			`lumber OR timber OR softwood OR sawmill* OR "bois d'œuvre" OR scierie* OR madera OR aserradero*`,
		),
	),
	entry(
		"softwood-dispute",
		{
			en: "Softwood lumber dispute",
			fr: "Conflit du bois d'œuvre",
			es: "Disputa por la madera blanda",
		},
		`(softwood OR "bois d'œuvre" OR "bois résineux" OR "madera blanda" OR "madera de coníferas")
		NEAR/30 (dispute OR countervailing OR antidump* OR "anti-dumping" OR duties OR "administrative review" OR panel
		OR appeal* OR "coalition" OR settlement OR quota* OR conflit OR différend OR litige OR "droits compensateurs"
		OR "droits antidumping" OR "droits de douane" OR "groupe spécial" OR disputa OR "cuotas compensatorias")`,
	),
	entry(
		"cabinets-and-furniture",
		{
			en: "Cabinets and furniture tariffs",
			fr: "Droits de douane sur les armoires et les meubles",
			es: "Aranceles a gabinetes y muebles",
		},
		chargesOn(
			`"kitchen cabinet*" OR "bathroom vanit*" OR vanities OR cabinetmaker* OR furniture OR "upholstered"
			OR "armoires de cuisine" OR "meubles-lavabos" OR meuble* OR ameublement
			OR "gabinetes de cocina" OR mueble* OR tocadores`,
		),
	),
	entry(
		"copper-tariffs",
		{
			en: "Copper tariffs",
			fr: "Droits de douane sur le cuivre",
			es: "Aranceles al cobre",
		},
		chargesOn("copper OR cuivre OR cobre"),
	),
	entry(
		"dairy-supply-management",
		{
			en: "Dairy and supply management",
			fr: "Produits laitiers et gestion de l'offre",
			es: "Lácteos y gestión de la oferta",
		},
		`"supply management" OR "supply-managed" OR "gestion de l'offre" OR "gestión de la oferta" OR "sistema de gestión de oferta"
		OR (dairy OR milk OR cheese OR poultry OR eggs OR laitier* OR laitière* OR lait OR fromage* OR volaille OR lácteo* OR leche OR queso*)
		NEAR/20 (tarif* OR arancel* OR "import quota*" OR TRQ OR TRQs OR contingent* OR "market access" OR "accès au marché"
		OR "acceso al mercado" OR "droits de douane" OR "trade deal" OR "trade talks" OR CUSMA OR USMCA OR ACEUM OR "T-MEC")`,
	),
	entry(
		"critical-minerals",
		{
			en: "Critical minerals",
			fr: "Minéraux critiques",
			es: "Minerales críticos",
		},
		`"critical mineral*" OR "rare earth*" OR "minéraux critiques" OR "minéraux stratégiques" OR "terres rares"
		OR "minerales críticos" OR "tierras raras"
		OR (lithium OR cobalt OR graphite OR gallium OR germanium OR tungsten OR uranium OR litio OR grafito)
		NEAR/20 (tarif* OR arancel* OR "export control*" OR "section 232" OR "export ban" OR "contrôles à l'exportation")`,
	),
	entry(
		"energy-and-potash",
		{
			en: "Energy and potash in trade",
			fr: "Énergie et potasse dans le commerce",
			es: "Energía y potasa en el comercio",
		},
		chargesOn(
			`potash OR potasse OR potasa OR fertilizer* OR engrais OR fertilizante* OR "crude oil" OR "Canadian oil" OR "oil and gas"
			OR "natural gas" OR "Canadian energy" OR "energy exports" OR "electricity exports" OR pétrole OR "gaz naturel"
			OR petróleo OR "gas natural"`,
		),
	),
	entry(
		"canola-and-china",
		{
			en: "Canola and China",
			fr: "Canola et Chine",
			es: "Canola y China",
		},
		`(canola OR colza OR rapeseed NEAR/15 (tarif* OR dump* OR duties OR Canad*)) NEAR/40 (China* OR Chinese OR Beijing OR Chine OR chinois* OR Pékin OR Pekín OR chino OR china)`,
	),
	entry(
		"electric-vehicles",
		{
			en: "Electric vehicles in trade",
			fr: "Véhicules électriques dans le commerce",
			es: "Vehículos eléctricos en el comercio",
		},
		chargesOn(
			`EV OR EVs OR "electric vehicle*" OR "electric car*" OR "véhicules électriques" OR "voitures électriques"
			OR "vehículos eléctricos" OR "autos eléctricos" OR "coches eléctricos"`,
		),
	),
	entry(
		"semiconductor-tariffs",
		{
			en: "Semiconductor tariffs",
			fr: "Droits de douane sur les semi-conducteurs",
			es: "Aranceles a semiconductores",
		},
		chargesOn(
			`semiconductor* OR chipmaker* OR "computer chip*" OR "semi-conducteur*" OR semiconducteur*`,
		),
	),
	entry(
		"pharmaceutical-tariffs",
		{
			en: "Pharmaceutical tariffs",
			fr: "Droits de douane sur les médicaments",
			es: "Aranceles a medicamentos",
		},
		chargesOn(
			`pharmaceutical* OR drugmaker* OR "prescription drug*" OR "generic drug*" OR médicament* OR pharmaceutique* OR farmacéutic* OR medicamento*`,
		),
	),
	entry(
		"alcohol-trade",
		{
			en: "Wine, beer and spirits in trade",
			fr: "Vins, bières et spiritueux dans le commerce",
			es: "Vinos, cervezas y licores en el comercio",
		},
		`(wine OR wines OR spirits OR bourbon OR whisky OR whiskey OR tequila OR alcohol OR beer OR liquor OR spiritueux OR alcool* OR vins OR bière* OR tequila OR cerveza*)
		NEAR/15 (${borderCharges} OR "off the shelves" OR "liquor board*" OR "store shelves" OR "Section 338")`,
	),
];
