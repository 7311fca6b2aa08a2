import { parseRarcs } from './table.ts'

export const rarcsN600 = parseRarcs(`
N600|||Adjusted by the region's fee schedule
N601|||Hawaii motor vehicle rules: Medicare relative values
N602|||Adjusted by the Redbook maximum
N603|||New Jersey injury protection fee schedule
N604|||New York no-fault: workers' compensation fees
N605|||New York no-fault: refined diagnosis groups
N606|||Oregon workers' compensation fee schedule
N607||excluded|Service for conditions that are not compensable
N608|||Allowed at 110 percent of Medicare, Act 6
N609|||Recommended at 80 percent of charge, Act 6
N610|A||Paid by suitable level of care
N611|||Claim in litigation; ask the insurer
N612||ineligible|Provider not authorized to treat injured workers here
N613|A||Ordering provider must update enrollment; paid once
N614|A||More in the 835's policy identification segment
N615|A||Premium credit enrollee in three-month grace period
N616|A||Premium credit grace period, first month
N617|||Premium credit grace period, second or third month
N618|A||Will be reprocessed if premiums are paid
N619||coverage|Coverage ended because premium was not paid
N620|A||Procedure code only reports quality or information
N621||excluded|Jurisdiction's required forms and reports not payable
N622||injury|Not covered given the date of injury
N623||necessity|Held unproven, experimental, outdated or excessive
N624||injury|Workers' compensation claim was withdrawn
N625||info|Workers' compensation claim number absent or wrong
N626||bundled|Visit codes not payable with chiropractic care
N627|R|contract|Not payable under the managed care contract
N628||bundled|Follow-up on day of scheduled test not allowed
N629||excluded|Report or record was not requested
N630||referral|Attending physician did not authorize the referral
N631|||Code unlisted; comparable service allowed
N632|R|excluded|Fee schedule gives this service no value
N633||limit|Extra anesthesia time units not allowed
N634|||Allowance from anesthesia time units
N635|||Allowance from anesthesia base units plus time
N636||limit|Reimbursed only once per injury
N637||bundled|No consultation once the provider has treated
N638|||Home health fee schedule applied
N639|||Inpatient rehabilitation fee schedule applied
N640||limit|More often than allowed in the period
N641|||Paid by number of body areas rated
N642||bundled|Single tests paid as a panel
N643||excluded|State fee schedule marks it not covered
N644|||Bilateral procedure rule applied
N645|||Markup on the cost
N646|||Adjusted by guidelines for an assistant
N647|||Adjusted by diagnosis related group
N648|||Adjusted by stop loss
N649|||Paid from the invoice
N650||coverage|Policy not in force on date of loss
N651||injury|No injury or medical payments coverage at loss
N652||injury|Service came before the date of loss
N653||dates|Injury date and date of loss differ
N654|||Adjusted: maximum medical improvement reached
N655|||Paid by provider's geographic region
N656|||Interest for payment outside the legal period
N657||diagnosis|Bill with the code that suits these services
N658||excluded|Not a medical expense
N659|||Item carries no sales tax
N660|||Sales tax is in the payment
N661||necessity|Documents do not show medical necessity
N662|A||Payment considered when the final bill comes
N663|||Adjusted to an agreed amount
N664|||Adjusted by a legal settlement
N665||ineligible|Unlicensed provider is not paid
N666||limit|One visit code of this level per course of care
N667||order|Prescription not supplied
N668||order|Submitted prescription incomplete
N669|||Adjusted to the Medicare fee schedule
N670|||Primary code under multiple procedure reduction
N671|||Paid by jurisdiction's cost-to-charge ratio
N672|A||Amount went to the health insurance offset
N673|||Outpatient per diem, factor or fee schedule applied
N674||bundled|Covered only after a prerequisite procedure
N675||info|Injured person must supply information
N676||excluded|Not payable under outpatient facility fee schedule
N677|A||Films and images are not sent back
N678||docs|Images from after surgery not supplied
N679||docs|Images from after surgery incomplete
N680||info|Date of earlier tooth extractions missing
N681||docs|Full arch image series missing
N682||docs|History of periodontal therapy missing
N683||docs|Earlier treatment not documented
N684||info|Specialty claim sent as a general claim
N685||code|Prosthesis, crown or inlay code absent or wrong
N686||docs|Questionnaire needed for payment decision missing
N687|A||Reversed: retroactive disenrollment
N688|A||Reversed: medical or utilization review
N689|A||Reversed: rate changed retroactively
N690|A||Reversed: provider's appeal
N691|A||Reversed: patient's appeal
N692|A||Reversed: first decision used a wrong rate
N693|A||Reversed: provider canceled the claim
N694|A||Reversed: provider changed or resubmitted the claim
N695|A||Reversed: patient's share was wrong at first
N696|A||Reversed: coordination or third-party recovery
N697|A||Reversed: retroactive contract incentive program
N698|A||Reversed: coverage lost as premium stayed unpaid
N699|||Adjusted by physician quality reporting
N700|||Adjusted by the electronic health record incentive
N701|||Adjusted by the value-based payment modifier
N702||duplicate|Decided by review of other claims for similar services
N703||bundled|Incompatible with other claims of the patient
N704|A-||No appeal, but a corrected claim may follow
N705||docs|Documentation incomplete or wrong
N706||docs|Documentation not supplied
N707||docs|Orders incomplete or wrong
N708||docs|Orders not supplied
N709||docs|Notes incomplete or wrong
N710||docs|Notes not supplied
N711||docs|Summary incomplete or wrong
N712||docs|Summary not supplied
N713||docs|Report incomplete or wrong
N714||docs|Report not supplied
N715||docs|Chart incomplete or wrong
N716||docs|Chart not supplied
N717||docs|Face-to-face exam documents incomplete
N718||docs|Face-to-face exam documents not supplied
N719|||Penalty: plan requirements not met
N720|A||Patient overpaid; a refund may be due
N721||excluded|Covered only within a clinical trial
N722||payer|Workers' compensation set-aside funds must pay
N723||payer|Liability set-aside funds must pay
N724||payer|No-fault set-aside funds must pay
N725||payer|Liability insurer is responsible for this diagnosis
N726||payer|Conditional payment not allowed
N727||payer|No-fault insurer is responsible for this diagnosis
N728||payer|Workers' compensation insurer is responsible for this diagnosis
N729||docs|Medical or dental record not supplied
N730||docs|Medical or dental record incomplete
N731||docs|Mental health assessment incomplete
N732||ineligible|Unlicensed facility is not paid
N733|||Regulatory surcharges go to the state directly
N734||excluded|Eligible only when unable to work or function
N736||docs|Sleep study report incomplete
N737||docs|Sleep study report not supplied
N738||docs|Vein study report incomplete
N739||docs|Vein study report not supplied
N740|||Spending account cannot cover member's share
N741|||Paid alike whatever the site
N743||payer|Adjusted: perhaps an employment accident
N744||payer|Adjusted: perhaps an automobile or other accident
N745||docs|Ambulance report not supplied
N746||docs|Ambulance report incomplete
N747||payer|Misdirected: bill the plan where patient lives
N748||info|Adjusted: related hospital charges not yet received
N749||docs|Blood gas report not supplied
N750||docs|Blood gas report incomplete
N751||payer|Adjusted: patient has Medicare Part D
N752||auth|HIPPS treatment authorization code absent or wrong
N753||info|Attachment control number absent or wrong
N754||info|Qualifier of referring provider on 1500 form missing
N755||info|ICD version indicator absent or wrong
N756||info|Drop-off address absent or wrong
N757|||Federal Indian fee schedule applied
N758||mismatch|Adjusted by the prior authorization decision
N759|||Adjusted by the XR-29 equipment standard
N760||ineligible|Facility may not be paid for this service
N761||ineligible|Provider may not be paid for this service
N762||ineligible|Three-dimensional mammography certification lacking
N763||info|Demonstration code does not belong; resubmit without it
N764||info|Hematocrit value absent or wrong
N765||excluded|Earlier payer's coinsurance not covered
N766||excluded|Earlier payer's copayment not covered
N767||ineligible|Provider must enroll in member's state Medicaid
N768||docs|Initial evaluation report incomplete
N769||diagnosis|Diagnosis must state the side
N770|||Provider's adjustment request done; original claim adjusted
N771|A||Limiting charge may not be exceeded
N772|A||Rebill urgent and ancillary services separately
N773||ineligible|Drug must come from the specialty vendor
N774|A||Processor agreement tells the fees for this payment
N775|||Reduced because X-ray was taken on film
N776||excluded|Not payable by telehealth
N777||info|Assignment of benefits indicator missing
N778||provider|Primary care physician's data missing
N779||info|Replace or void only after the original is final
N780||info|Therapy end date absent or wrong
N781|A||Medicaid or qualified beneficiary: check deductible collected
N782|A||Medicaid or qualified beneficiary: check coinsurance collected
N783|A||Medicaid or qualified beneficiary: check copayment collected
N784||code|Comprehensive procedure code missing
N785||docs|Current X-ray images not supplied
N786||limit|Benefit limit for orthodontic treatment phases
N787|A||Partial hospitalization requires 20 hours a week
N788|A||Reviewer did not receive what it required
N789||excluded|Plan has no clinical trial benefit
N790||ineligible|Supplier not accredited for this product
N791||docs|History and physical report not supplied
N792||docs|History and physical report incomplete
N793|A||Medicare numbers change to the new beneficiary identifier
N794|||Adjusted by type of technology used
N795||rental|Resubmit the item as a purchase
N796||info|Hemoglobin value absent or wrong
N797||info|Date qualifier absent or wrong
N798||info|Void the original, then send a new claim
N799||provider|Individual's identifier needed, not the group's
N800||info|One service date per claim
N801|||Tribal self-insured plan in Medicare or critical access facility
N802||payer|File where the rendering physician is located
N803||payer|Contracted medical group or hospital must submit this
N804|A||Outpatient code editor was applied
N805|A||Correct code editor was applied
N806||bundled|Part of the global transplant allowance
N807|||Adjusted by merit-based incentive payment
N808||ineligible|Not covered for this provider type or specialty
N809|A||Fee reflects earlier competitive bidding rates
N810|||Disaster declared: paid at in-network level
N811||cob|Earlier payer's sequestration amount missing
N812||split|Service dates may not span over 18 months
N815||info|NDC unit count absent or wrong
N816||info|NDC unit of measure absent or wrong
N817|A||Laboratories must report private payer data
N818||info|Dates do not match electronic visit verification
N819||info|Patient not enrolled in electronic visit verification
N820||info|Visit verification units fall short
N821||info|No such visit in electronic visit verification
N822||modifier|Procedure modifier absent
N823||modifier|Procedure modifier incomplete or not valid
N824||info|Visit verification data must come through the vendor
N825||excluded|Early intervention guidelines not met
N826||coverage|Patient does not fit Medicare shared savings program
N827||info|Federal county or state code (FIPS) missing
N828|A||Payment withheld under contracted funding
N829||info|Diagnostics exchange Z-code identifier absent or wrong
N830|A+||Surprise billing rules: member owes only stated share; dispute possible
N831||ineligible|Provider did not revalidate the enrollment
N832||info|Occurrence code or span code given twice
N833|||Patient need not pay the share of cost
N834|||Jurisdiction free of sales and health taxes
N835||excluded|Unrelated service reduced; patient owes the balance
N836||provider|Payer lacks provider's W-9 or payee registration
N837|A||Payer added a missing modifier
N838|A||Service postponed by mandate: earlier plan year applies
N839|||Code changed: level exceeds compensable condition
N840||payer|Workers' compensation filed with another state
N841|A||North Dakota administrative rule applies
N842|A||Patient may not be billed
N843||info|Statistical area (CBSA) code absent or wrong
N844|||Nebraska out-of-network emergency law was applied
N845|A||Nebraska out-of-network emergency law
N846||code|Drug code does not fit the procedure billed
N847||code|Drug code no longer in use
N848||code|Drug code belongs to no product
N849||excluded|Tooth was missing before coverage began
N850||docs|Narrative describing the service missing
N851|||Reduced because a therapy assistant served
N852||provider|Pay-to and rendering tax numbers differ
N853||limit|More modalities in a session than allowed
N854|A||Exhaust appeals with primary insurance first
N855|||Coverage falls under ERISA alone
N856|||Coverage does not fall under ERISA alone
N857|||Adjusted or reversed: refund the member's copayment
N858|A+||State out-of-network emergency law; amount can be disputed
N859|A+||Federal surprise billing law; amount can be disputed
N860|A||Member's share from the qualifying payment amount
N861|A||Patient's share of cost differs from record
N862|A||Member's share from the lesser of qualifying amount and charge
N863|A||No Surprises Act: final rate from all-payer agreement
N864|A||No Surprises Act: emergency services
N865|A||No Surprises Act: nonparticipating provider at participating facility
N866|A||No Surprises Act: air ambulance
N867|A||No Surprises Act: cost sharing by state law
N868|A||No Surprises Act: cost sharing by all-payer agreement
N869|A||No Surprises Act: cost sharing by qualifying payment amount
N870|A||No Surprises Act: cost sharing by the lower charge
N871|A||No Surprises Act: first payment by state law
N872|A||No Surprises Act: final payment by state law
N873|A||No Surprises Act: final payment by all-payer agreement
N874|A||No Surprises Act: final payment by open negotiation
N875|A||No Surprises Act: final payment from federal dispute resolution
N876|A||No Surprises Act: payment denied, negotiation may be opened
N877|A||No Surprises Act: first payment, negotiation may be opened
N878|A||Consent to balance billing was not properly obtained
N879|A||Consent to balance billing not permitted for these services
N880|||Original closed for changed data; new number follows
N881|||Client's share for home and community services
N882|A||Patient waived surprise billing protection: plan allowance paid
N883|A||State law governed the processing
N884|A||No Surprises Act may apply: tell payer about facility
N885|A+||Payer holds No Surprises Act inapplicable; appeal for patient possible
`)
