import { parseRarcs } from './table.ts'

export const rarcsM = parseRarcs(`
M1||docs|No X-ray recent enough before treatment began
M2||bundled|Not paid apart from an inpatient stay
M3||duplicate|Patient already has the same or similar equipment
M4|A||Last monthly installment for this equipment
M5|||Monthly rental ends at month 15 or when need ends
M6|A||Supplier must service the item for its useful lifetime
M7||rental|Rental ends once item is bought, returned or fully paid
M8||docs|Blood gas test by supplier or on oxygen not accepted
M9|A||Tenth rental month: offer the patient a purchase
M10||rental|Equipment may be bought only in month one or ten
M11||payer|Bill equipment to the carrier for the patient's zip code
M12||info|Claim must say whether the diagnostic tests were purchased
M13||limit|One initial visit per specialty within a medical group
M14||bundled|Injection and office visit are not paid side by side
M15||bundled|Components bundled into one procedure; not paid separately
M16|A||Policy details are on payer's website or in bulletins
M17|A||Paid once as provider could not know it was uncovered
M18||place|Hospital or nursing facility does not count as home
M19||docs|Oxygen certification or recertification not supplied
M20||code|HCPCS code absent or not valid
M21||info|Where the patient lives is not given for home service
M22||info|Miles traveled not given or wrong
M23||docs|Supplier invoice not supplied
M24||info|Doses per vial not given or wrong
M25|+|necessity|Records do not show need for this level; review possible
M26||level|Level not supported; refund what the patient overpaid
M27|A+||Provider, not patient, is liable for unnecessary care; appeal possible
M28||coverage|Part B does not pay merely because Part A ran out
M29||docs|Operative report not supplied
M30||docs|Pathology report not supplied
M31||docs|Radiology report not supplied
M32|A||Conditional payment until the primary payer decides
M33|R|provider|UPIN of ordering, referring or performing provider missing
M34|R|clia|CLIA number absent from the claim
M35|R|docs|Photos or visual fields from before surgery missing
M36||rental|Eleventh rental month: patient's purchase option not shown
M37||fit|Not covered for patients younger than 35
M38|A||Patient agreed in writing beforehand to pay
M39|A||Patient not liable: advance notice of noncoverage was faulty
M40||info|Practitioner's employer must file this as an assigned claim
M41||excluded|Patient has no legal duty to pay for this
M42||docs|Attending physician must personally sign the necessity form
M43|R|duplicate|Another carrier already paid for this service
M44||info|Condition code absent or not valid
M45||info|Occurrence code absent or not valid
M46||info|Occurrence span code absent or not valid
M47||info|Payer's claim control number absent or wrong
M48|R|bundled|Only the hospital is paid for inpatient services
M49||info|Value code or amount absent or wrong
M50||code|Revenue code absent or not valid
M51||code|Procedure code absent or not valid
M52||info|First date of service absent or wrong
M53||info|Days or units of service absent or wrong
M54||info|Total charge absent or wrong
M55||excluded|Self-given anti-nausea drug needs a covered oral cancer drug
M56||payer|Payer identifier absent or wrong
M57|R|provider|Provider identifier absent or wrong
M58|R|info|Claim data incomplete; correct and resubmit
M59||info|Last date of service absent or wrong
M60||docs|Certificate of medical necessity not supplied
M61||coverage|Approval period of the clinical trial is over
M62||auth|Authorization code for the treatment absent or wrong
M63|R|limit|More than one on the same day is not paid
M64||pairing|Secondary diagnosis absent or wrong
M65||info|Bill each interpreting physician on a separate claim
M66||info|Bill technical and professional parts on separate lines
M67||code|Additional procedure code absent or wrong
M68|R|provider|Ordering, referring, rendering or attending physician not identified
M69||docs|Paid at regular rate; modified procedure was not documented
M70|A||Drug code was translated to HCPCS; keep sending the NDC
M71||bundled|Payment reduced because the billed tests overlap
M72|R|info|Full eight-digit date was not entered
M73||info|Shortage-area bonus is for professional part; split the line
M74||ineligible|Service earns no shortage-area bonus
M75||bundled|Same-day automated lab tests combined for payment
M76||diagnosis|Diagnosis or condition absent or not valid
M77||place|Place of service absent, wrong or unsuitable
M78|R|modifier|HCPCS modifier absent or wrong
M79||info|Line charge absent or wrong
M80||bundled|Not covered on the day of a service already processed
M81||diagnosis|Code to the highest specificity
M82||fit|Not covered for patients younger than 50
M83||excluded|Covered only for patients at high risk
M84||code|Code must be one in effect on the service date
M85|||Visit codes were sent to medical review
M86||duplicate|Same or similar procedure already paid in this period
M87|||Selected for CFO-CAP review before payment
M88|R|info|The laboratory that did the test must bill it
M89||limit|Covered only once before age 40
M90||limit|Covered only once in twelve months
M91||clia|Separate claims are needed per CLIA number
M92|R||Reviewed under the home health medical review initiative
M93|||Break in therapy shown: new capped rental period began
M94|||No break in therapy shown: no new rental period
M95|||Home health initiative review or cost report audit
M96||bundled|Inpatient facility alone bills the technical part
M97||bundled|Practitioner's payment here is included in the facility's
M98|R||Begin to report product number for this item
M99||info|Product or serial number absent or wrong
M100||excluded|Oral anti-nausea drug not given around covered chemotherapy
M101|R|modifier|Begin to report G1 to G5 modifier here
M102||excluded|Equipment used lacks FDA approval for this purpose
M103||level|Break in therapy, item paid lower, new rental period
M104|||Break in therapy: new rental period at fee schedule maximum
M105||level|No break in therapy, item paid lower, rental period continues
M106|R||No break in therapy: paid at fee schedule maximum
M107|||Reduced because dialysis patient's average hematocrit was too high
M108|R|provider|Interpreting provider of the test not identified
M109|||Teleconsultation payment: a quarter goes to the referring practitioner
M110|R|provider|Seller of the interpretation not identified
M111||excluded|Chiropractic treatment not paid when X-ray is refused
M112|||Paid the competitive bidding amount for the patient's area
M113|||Item in use before the current bidding contract period
M114|||Processed under competitive bidding or a demonstration project
M115||ineligible|Supplier holds no contract for this patient's item
M116|||Paid under a demonstration project that is ending
M117||info|Covered only when billed electronically
M118|R||A letter with details will follow
M119||code|National Drug Code missing, invalid or withdrawn
M120|R|provider|Substitute physician not identified
M121||excluded|Paid only together with covered cryosurgical ablation
M122||info|Level of subluxation absent or wrong
M123||info|Drug name, strength or dosage absent or wrong
M124||info|Not shown whether patient owns the equipment being supplied
M125||info|How long the item is needed is not given
M126||code|Codes of individual lab tests in the panel absent
M127||docs|Patient's record for this service not supplied
M128|R|info|Date of the last physician visit missing
M129||info|Not shown whether X-rays are available for review
M130||docs|Invoice for the intraocular lens not supplied
M131||docs|Physician's financial relationship form not supplied
M132||docs|Pacemaker registration form not supplied
M133||info|Performer or cost of the purchased test not given
M134||ineligible|Provider has a financial stake in the performing facility
M135||docs|Plan of treatment absent or incomplete
M136||info|Physician supervision of the service not shown
M137|||Part B coinsurance under a demonstration or pilot
M138||coverage|Patient was not enrolled in the demonstration then
M139||limit|Demonstration's coverage limit exceeded
M140|R|fit|Not covered before the fiftieth birthday
M141||docs|Plan of care certified by a physician not supplied
M142||docs|Diabetes program recognition certificate not supplied
M143||ineligible|Provider must update the license with the payer
M144||bundled|Care before or after surgery is in surgery's allowance
`)
