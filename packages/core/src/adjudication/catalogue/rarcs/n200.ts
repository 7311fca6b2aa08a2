import { parseRarcs } from './table.ts'

export const rarcsN200 = parseRarcs(`
N200||info|Professional part needs its own billing
N201|R|bundled|Mental health facility pays for its residents' services
N202|A|docs|Further explanation will be sent separately
N203||info|Anesthesia time or units absent or wrong
N204||docs|Possible preexisting condition: send twelve months of records
N205||docs|Information sent was unreadable
N206||docs|Documents do not match the claim
N207||info|Weight absent or wrong
N208||code|DRG code absent or not valid
N209||provider|Taxpayer number absent or wrong
N210|A+||Decision can be appealed
N211|A-||Decision cannot be appealed
N212|||Processed under the point of service benefit
N213||info|Facility's DRG exemption status absent or wrong
N214||docs|History of the first related surgery missing
N215|A||Secondary payer may not demand primary's decision first
N216||excluded|Service type not offered or not in patient's package
N217||place|One site of service per provider and claim
N218|||Item must be serviced as long as needed
N219|||Paid by earlier payer's allowed amount
N220|A+||Dispute forms are at payer's website or customer service
N221||docs|Admission history and physical not supplied
N222||docs|Admission history and physical incomplete
N223||docs|Proof of benefit in first treatment period missing
N224||docs|Proof of benefit in first treatment period incomplete
N225|R|docs|Documentation, orders, notes or chart incomplete
N226||docs|Diabetes program recognition certificate incomplete
N227||docs|Certificate of medical necessity incomplete
N228||docs|Consent form incomplete
N229||info|Contract indicator wrong
N230||info|Patient's ownership of equipment not clearly shown
N231||docs|Lens invoice incomplete
N232||docs|Itemized bill incomplete
N233||docs|Operative report incomplete
N234||docs|Oxygen certification incomplete
N235||docs|Pacemaker registration form incomplete
N236||docs|Pathology report incomplete
N237||docs|Patient's record for service incomplete
N238||docs|Physician's certified plan of care incomplete
N239||docs|Financial relationship form incomplete
N240||docs|Radiology report incomplete
N241||docs|Review organization's approval incomplete
N242||docs|X-ray films or images incomplete
N243||docs|Screening document incomplete or not approved
N244||docs|Images from before surgery incomplete
N245||cob|Other insurance plan data incomplete
N246|||State limits what the patient may pay
N247||provider|Assistant surgeon's taxonomy absent or wrong
N248||provider|Assistant surgeon's name absent or wrong
N249||provider|Assistant surgeon's main identifier absent or wrong
N250||provider|Assistant surgeon's second identifier absent or wrong
N251||provider|Attending provider's taxonomy absent or wrong
N252||provider|Attending provider's name absent or wrong
N253||provider|Attending provider's main identifier absent or wrong
N254||provider|Attending provider's second identifier absent or wrong
N255||provider|Billing provider's taxonomy absent or wrong
N256||provider|Billing provider's name absent or wrong
N257||provider|Billing provider's main identifier absent or wrong
N258||provider|Billing provider's address absent or wrong
N259||provider|Billing provider's second identifier absent or wrong
N260||provider|Billing provider's contact data absent or wrong
N261||provider|Operating provider's name absent or wrong
N262||provider|Operating provider's main identifier absent or wrong
N263||provider|Operating provider's second identifier absent or wrong
N264||provider|Ordering provider's name absent or wrong
N265||provider|Ordering provider's main identifier absent or wrong
N266||provider|Ordering provider's address absent or wrong
N267||provider|Ordering provider's second identifier absent or wrong
N268||provider|Ordering provider's contact data absent or wrong
N269||provider|Other provider's name absent or wrong
N270||provider|Other provider's main identifier absent or wrong
N271||provider|Other provider's second identifier absent or wrong
N272||provider|Other payer's number for attending provider missing
N273||provider|Other payer's number for operating provider missing
N274||provider|Other payer's number for other provider missing
N275||provider|Other payer's number for purchased service provider missing
N276||provider|Other payer's number for referring provider missing
N277||provider|Other payer's number for rendering provider missing
N278||provider|Other payer's number for service facility missing
N279||provider|Pay-to provider's name absent or wrong
N280||provider|Pay-to provider's main identifier absent or wrong
N281||provider|Pay-to provider's address absent or wrong
N282||provider|Pay-to provider's second identifier absent or wrong
N283||provider|Purchased service provider's identifier absent or wrong
N284||provider|Referring provider's taxonomy absent or wrong
N285||provider|Referring provider's name absent or wrong
N286||provider|Referring provider's main identifier absent or wrong
N287||provider|Referring provider's second identifier absent or wrong
N288||provider|Rendering provider's taxonomy absent or wrong
N289||provider|Rendering provider's name absent or wrong
N290||provider|Rendering provider's main identifier absent or wrong
N291||provider|Rendering provider's second identifier absent or wrong
N292||provider|Service facility's name absent or wrong
N293||provider|Service facility's main identifier absent or wrong
N294||provider|Service facility's address absent or wrong
N295||provider|Service facility's second identifier absent or wrong
N296||provider|Supervising provider's name absent or wrong
N297||provider|Supervising provider's main identifier absent or wrong
N298||provider|Supervising provider's second identifier absent or wrong
N299||info|Occurrence date absent or wrong
N300||info|Occurrence span dates absent or wrong
N301||info|Procedure date absent or wrong
N302||info|Other procedure's date absent or wrong
N303||info|Principal procedure's date absent or wrong
N304||info|Dispensing date absent or wrong
N305||info|Date of injury or accident absent or wrong
N306||info|Date acute condition appeared absent or wrong
N307||cob|Adjudication or payment date absent or wrong
N308||info|Appliance placement date absent or wrong
N309||info|Assessment date absent or wrong
N310||info|Date care was taken over or given up missing
N311||info|Return-to-work date absent or wrong
N312||info|Therapy start date absent or wrong
N313||info|Date the certification was revised missing
N314||info|Date of diagnosis absent or wrong
N315||info|First day of disability absent or wrong
N316||info|Last day of disability absent or wrong
N317||info|Discharge hour absent or wrong
N318||info|Discharge or end-of-care date absent or wrong
N319||info|Hearing or vision prescription date missing
N320||info|Home health certification period absent or wrong
N321||info|Last admission period absent or wrong
N322||info|Last certification date absent or wrong
N323||info|Last contact date absent or wrong
N324||info|Date last seen absent or wrong
N325||info|Date last worked absent or wrong
N326||info|Date of the last X-ray absent or wrong
N327||cob|Other insured's birth date absent or wrong
N328||info|Oxygen saturation test date absent or wrong
N329||patient|Patient's birth date absent or wrong
N330||info|Patient's date of death absent or wrong
N331||order|Date of the physician's order missing
N332||info|Prior hospital discharge date absent or wrong
N333||info|Prior placement date absent or wrong
N334||info|Re-evaluation date absent or wrong
N335||referral|Referral date absent or wrong
N336||info|Replacement date absent or wrong
N337||info|Secondary diagnosis date absent or wrong
N338||info|Shipping date absent or wrong
N339||info|Date of similar illness absent or wrong
N340||patient|Subscriber's birth date absent or wrong
N341||info|Surgery date absent or wrong
N342||info|Test date absent or wrong
N343||info|Nerve stimulator trial's start date missing
N344||info|Nerve stimulator trial's end date missing
N345||info|Date range does not fit the units
N346||info|Oral cavity code absent or not valid
N347||duplicate|Another provider was already paid for this service
N348||ineligible|Another supplier was chosen to render and bill this
N349||info|Report both the drug and how it was given
N350||info|Unlisted service lacks a description
N351||mismatch|Service date outside the approved treatment plan
N352|A||No payments scheduled: bill each visit
N353|A||Estimated benefits; billed services may add payment
N354||docs|Supplier invoice incomplete
N355|A+||Patient refund has exceptions and an appeal period
N356||excluded|Not covered with or after an uncovered service
N357||limit|Required time between related services not kept
N358|A+||May be reviewed with further documents
N359||info|Height absent or wrong
N360|A||Predetermination leaves out coordination of benefits
N361|R|bundled|Adjusted by rules for multiple imaging
N362||limit|More days or units than the maximum
N363|A||Policy changes are coming that affect such decisions
N364|A||By agreement waive deductible or coinsurance
N365|R||Reporting code only; not payable
N366||docs|Requested information missing; reopens if sent within a year
N367|A||Sent to the spending account's processor
N368|+|duplicate|Appeal the earlier decision instead
N369|A||Processed though it falls short of state rules
N370||limit|More rental months than covered
N371|A||Equipment title passes to the patient
N372||necessity|Only reasonable maintenance charges are covered
N373|||Refunding another payer that wrongly paid as primary
N374||info|Part A exhausted: Part B remittance needed
N375||coverage|Dependent eligibility questionnaire missing or incomplete
N376||cob|Active military duty: TRICARE may be primary
N377|||Paid by the replacement claim
N378||order|Prescription quantity absent or wrong
N379||info|Claim and line data do not agree
N380||info|Original processed: send a corrected claim
N381|A||Contract governs billing and payment of these charges
N382||patient|Patient identifier absent or wrong
N383||excluded|Cosmetic, therefore not covered
N384||fit|That tooth or body part was removed before
N385||auth|Payer was told of the admission too late
N386||excluded|National coverage determination decided
N387|A||Bill other insurer yourself; claim was not sent on
N388||order|Prescription number absent or wrong
N389||duplicate|Prescription number used before
N390||bundled|Service or report cannot be billed separately
N391||docs|Emergency department records not supplied
N392||docs|Emergency department records incomplete
N393||docs|Progress notes not supplied
N394||docs|Progress notes incomplete
N395||docs|Laboratory report not supplied
N396||docs|Laboratory report incomplete
N397||excluded|Unfinished service or undelivered item not payable
N398||docs|Elective consent form not supplied
N399||docs|Elective consent form incomplete
`)
