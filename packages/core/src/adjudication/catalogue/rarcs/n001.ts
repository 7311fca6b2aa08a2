import { parseRarcs } from './table.ts'

export const rarcsN001 = parseRarcs(`
N1|A+||May be appealed in writing as contract or law provides
N2|||Allowed as the plan's most appropriate course of treatment
N3||docs|Consent form not supplied
N4||cob|Earlier insurer's explanation of benefits missing or wrong
N5||cob|Earlier payer's explanation received, but no claim on file
N6|||Federal employee plan pays no more than Medicare would
N7|A||Major medical benefits were considered too
N8||info|Crossover claim came incomplete; resubmit to this payer
N9|||Adjusted by what an earlier payer may pay
N10|||Adjusted on the findings of a reviewer or advisor
N11|||Medical review overturned the denial
N12||cob|Supplement to Medicare; member lacks the Medicare part concerned
N13|||Paid by professional or technical component modifier
N14|R||Paid by contract, fee schedule or maximum
N15||info|Bill the newborn's services separately
N16|||Out-of-pocket maximum met: higher percentage paid
N17|R||Deductible for each admission
N18|R||Paid at the amount Medicare allows
N19||bundled|Incidental to the primary procedure
N20||bundled|Not payable with another service of that date
N21|A||Line was split into several lines
N22|A||Procedure code changed to describe the service better
N23|A||Other coverage or benefit maximum may change patient's share
N24||info|Bank data for electronic payment absent or wrong
N25|||Administrator only pays claims and bears no risk
N26||docs|Itemized bill not supplied
N27||info|Treatment number absent or wrong
N28||docs|Consent form does not meet the requirements
N29|R|docs|Documentation, orders, notes or chart missing
N30||coverage|Patient is not eligible for this service
N31||provider|Prescriber's identifier absent or wrong
N32||provider|Provider who rendered the service must bill it
N33||docs|No health check on record before treatment
N34||info|Wrong claim form or format for this service
N35|||Decided by program integrity or utilization review
N36||cob|Primary payer's requirements must be met first
N37||info|Tooth number or letter absent or wrong
N38|R|place|Place of service absent or wrong
N39||code|Procedure does not fit the tooth
N40||docs|X-ray films or images not supplied
N41|R|auth|Request for authorization was denied
N42||docs|Mental health assessment not supplied
N43||limit|Bed hold or leave days used up
N44|R||Payer's surcharge share went directly to the authority
N45|||Paid by the amount authorized
N46||info|Admission hour absent or wrong
N47||duplicate|Another inpatient stay overlaps this claim
N48||cob|Disagrees with what another insurer reported
N49||coverage|Court-ordered coverage must be verified
N50||info|Discharge data absent or wrong
N51||info|No electronic exchange agreement on file
N52||coverage|Patient not in billing provider's managed care plan then
N53||info|Pick-up address absent or wrong
N54||auth|Claim differs from what was authorized
N55||provider|Rules for group, referring or performing provider not followed
N56||code|Procedure code wrong for the service or date
N57||order|Prescribing date absent or wrong
N58||info|Patient liability amount absent or wrong
N59|A||See provider manual for more
N60|R|code|Drug claims need a valid NDC
N61||split|Split these services over several claims
N62||split|Dates cross rate periods; split the claim
N63||info|Give each service its own claim line
N64||info|First and last date must differ
N65||code|Procedure or rate not on file for date or provider
N66|R|docs|Documentation absent or incomplete
N67||bundled|Professional services are in the facility's demonstration payment
N68||bundled|Earlier payment canceled: facility was paid under demonstration
N69|A||System changed the prospective payment code
N70||bundled|Consolidated billing applies
N71|||Processed as assigned, as law demands for this service
N72||level|Reviewers changed prospective payment code; records lacked support
N73|R|bundled|Nursing facility pays for services under arrangement
N74||split|One claim for each calendar month
N75||info|Tooth surface absent or wrong
N76||info|Number of riders absent or wrong
N77||provider|Designated provider number absent or wrong
N78||info|Parts of the child and teen checkup missing
N79||place|Service does not fit patient's location
N80||info|Prenatal screening data absent or wrong
N81||code|Procedure does not fit the tooth surface
N82|||Insurer's payment must be accepted as full
N83|-||Decided by demonstration rules: no appeal
N84|A||More installments will follow
N85|A||Last installment of the series
N86||necessity|Biofeedback needs a failed pelvic exercise trial first
N87||excluded|Biofeedback at home not covered
N88|A||Conditional payment: home health episode may include this
N89|A||Sent to several payers, only one is shown
N90||ineligible|Covered only from the attending physician
N91|||Services left out of the appeal review
N92||ineligible|Digital mammography certification lacking
N93||place|Separate claim needed for each place of service
N94||provider|More specific taxonomy code needed
N95||provider|Provider type or specialty may not bill this
N96||necessity|Implant requires failed conventional therapy and surgical fitness
N97||necessity|Patient's condition is excluded from this implant
N98||necessity|Implant requires a successful test stimulation
N99||necessity|Patient must be able to keep a voiding diary
N100|R||Prospective payment code corrected in processing
N101|R|provider|Identifier of the place of service needed
N102|R|docs|Denied unreviewed: requested records not received in time
N103||excluded|Patient was in custody; authority may owe payment
N104||payer|Outside this contractor's jurisdiction
N105||payer|Railroad retirement beneficiary: bill the railroad carrier
N106||bundled|Nursing facility inpatient: request payment from facility
N107||bundled|Bill on nursing facility's inpatient claim
N108||info|Upgrade data absent or wrong
N109|A||Picked for complex review
N110||ineligible|Film mammography certification lacking
N111|-|duplicate|Service already billed and decided; no appeal besides duplicate issue
N112|||Claim left out of electronic remittance
N113||limit|One initial visit per physician, group or provider
N114|||Ambulance fee schedule transition: blended amount or charge
N115||necessity|Local coverage determination decided
N116|A||Conditional home service payment: home health episode possible
N117||limit|Paid once in a lifetime
N118||limit|Paid once in 28 days
N119||limit|Not paid with five inpatient days within the 28
N120|||Home health partial episode adjustment
N121||ineligible|Practitioner type not paid during covered nursing facility stay
N122||bundled|Add-on code needs its main procedure
N123|A||Part of the units of a split service
N124||level|Lesser service supported; patient agreed to pay the rest
N125||level|Lesser service supported; refund what patient paid
N126||coverage|Not covered: patient recorded as deported
N127||payer|Mine workers' fund beneficiary: bill that fund
N128|||Allowance's share from before coverage
N129||fit|Patient's age makes it ineligible
N130||excluded|Plan documents restrict this service
N131||limit|Payments under several contracts reached the allowance
N132|A||Payments to excluded provider end after grace period
N133|A||Predetermination and payment requests processed apart
N134|A||Scheduled payment; tell payer if treatment ended
N135|||Record fees are patient's, up to the copayment
N136|A+||How to learn of appeals in Arizona
N137|A+||Provider may appeal or complain for the member
N138|A+||Send radiographs for a second dental review
N139|A||Nonparticipating provider appeals only as patient's representative (dental)
N140|A||Overseas provider appeals only as patient's representative
N141||coverage|Patient not in long-term care on all dates
N142||info|Original was denied: send a new claim, no replacement
N143||coverage|Patient not in hospice on all dates
N144|||Rate changed within the service dates
N145|R|provider|Identifier for this place of service missing
N146||docs|Screening document not supplied
N147||patient|Long-term care rate unknown for lack of patient number
N148||info|Date of last menstrual period missing
N149||info|Put all these services on one claim
N150||info|Model number absent or wrong
N151||excluded|Telephone contact not paid before face-to-face contact
N152||info|Replacement claim data absent or wrong
N153||info|Room and board rate absent or wrong
N154|A||Payment was late for address correction
N155|A||No other insurance on record; report any
N156|A||Patient pays the difference for elective treatment
N157||excluded|Transport to or from there not covered
N158||excluded|Transport other than by ambulance not covered
N159||excluded|Mileage without the patient aboard not covered
N160||info|Patient must first choose an option
N161||excluded|Covered only if the associated service is covered
N162|A||Test outside laboratory's certification; paid this time
N163||docs|Record does not support the code billed
N164|R|excluded|Transport to that destination not covered
N165|R|excluded|Only ambulance transport covered
N166|R|excluded|Empty ambulance miles not covered
N167||limit|Over the post-transplant coverage limit
N168|R|info|Patient's choice of option outstanding
N169|R|excluded|Follows coverage of the associated service
N170||docs|New or renewed necessity certificate needed
N171||limit|Repair or replacement uncovered or above purchase price
N172|||Patient not liable for the upgrade's denied charge
N173||info|Qualifying hospital stay dates missing
N174||excluded|Not covered; patient's liability is limited
N175||docs|Review organization's approval not supplied
N176||excluded|Aboard ship only in US waters and registry
N177|A||Not sent on: other insurer would pay nothing more
N178||docs|Images from before surgery not supplied
N179||info|Member was asked for information
N180||excluded|Does not meet criteria of category billed
N181||info|Another provider involved must supply information
N182||info|Bill by the plan's schedule
N183|A||Predetermination: documents needed when billed
N184||info|Bill technical and professional parts each alone
N185|A||Do not send this claim again
N186||auth|Military nonavailability statement required
N187|A+||Review may be requested in writing
N188||level|Approved care level does not match procedure
N189|A||Paid once as an exception
N190||info|Contract indicator missing
N191||info|Provider must update insurance data with payer
N192|||Patient has Medicaid or is qualified Medicare beneficiary
N193|A||Public program may cover this
N194||ineligible|Technical part needs provider's own equipment
N195||info|Technical part needs its own billing
N196|A|payer|Patient may be eligible for other primary coverage
N197||info|Subscriber must update insurance data with payer
N198||provider|Rendering provider must belong to pay-to provider
N199|||More paid or recouped after payer's audit
`)
