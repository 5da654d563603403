import { about, at, type Remarks } from "./verbatim.ts";

/** English remarks of the demonstration, mostly by people who write it as a second language; invented. */
export const remarksEn: Remarks = {
  times: {
    complaint: [
      "My application has been pending for {seven|nine|eleven} months. The website said three.",
      "The processing time is too long.",
      about(
        "work",
        "My employer waited four months for me and then withdrew the offer. I lost the job because of a queue.",
      ),
      about(
        "study",
        "I got my permit {two|three} weeks after the semester had started and missed the orientation, the exams and my student flat.",
      ),
      about(
        "family",
        "My wife and I have been apart for over a year now. Nobody can imagine what that does to a family.",
      ),
      about(
        "citizenship",
        "{Two|Almost two} years for citizenship with a clean record and ten years of work here. What is there to investigate for so long?",
      ),
      "I answered the request for more documents the same day and then heard nothing for three months.",
      "Extension permits should not take half a year when nothing in my life has changed.",
      "My friend applied later than I did and got her decision earlier. Same employer, same job.",
      "While I wait I cannot travel, I cannot change jobs and I cannot sign a lease. Please understand what waiting means for us.",
      about(
        "protection",
        "Fourteen months between the interview and the decision. I understand there are many of us, but this is my life.",
      ),
      about("eu", "The registration itself took five minutes, the wait for the appointment took seven weeks."),
      "Card delivery took another {three|four} weeks after the positive decision.",
    ],
    idea: [
      "Please check that all attachments are there in the first week, not in the fifth month.",
      about("work", "Make extensions automatic when the person stays with the same employer and pays taxes."),
      "A paid fast track for urgent cases would help employers a lot.",
    ],
    question: [
      "When can I expect a decision? I applied in {June|July|August}.",
      "Why does it take one month for some people and ten for others?",
    ],
    praise: [
      "The decision came in {nine days|two weeks|twelve days}! Thank you, I am really impressed.",
      about("work", "My specialist permit was ready before I had even packed. Excellent."),
      "Much faster than two years ago when I applied for the first time.",
    ],
  },
  transparency: {
    complaint: [
      'The status only ever says "pending". It said that in {February|March|May} and it says that today.',
      "The estimate changed from two months to five and nobody explained why.",
      at(
        "chatbot",
        "The chatbot gives my place in the queue but it went from {412 to 655|38 to 290} overnight. How is that possible?",
      ),
      "I do not mind waiting so much. I mind not knowing if it is one week or one year.",
      "I received an e-mail that something had changed in my case. Nothing had changed.",
      "I had no idea that a statement from another authority was needed, and that the clock stops while you wait for it.",
      "The processing time estimates look backwards. They tell how it was for others, not how it will be for me.",
      "Total silence for four months. A single automatic message would have helped.",
      "It is impossible to know whether the missing step is mine or yours.",
    ],
    idea: [
      "Show the steps of an application like a parcel tracking page does.",
      "Tell us in which week you expect to start handling the application, not only the number in the queue.",
      "Send a text message when the case moves to the next step.",
      "Publish the median and the slowest ten per cent next to the average. Then one can plan.",
    ],
    question: [
      "Where can I see that my additional documents have arrived?",
      'Does "waiting" mean waiting for me or waiting for you?',
      "Why does my queue number go up instead of down?",
    ],
    praise: [
      at("chatbot", "Being able to check my place in the queue at midnight is surprisingly calming."),
      "I was told every step of the way what was happening. That is how it should be.",
    ],
  },
  advice: {
    complaint: [
      at("phone", "I waited on the line for {50 minutes|an hour and a quarter|42 minutes} and then the call was cut."),
      at(
        "phone",
        "The phone line is only open when I am at work, and my manager does not like me queueing for an hour.",
      ),
      at("phone", "There are so many numbers. I was sent from one to another and back to the first."),
      at(
        "email",
        "The answer to my e-mail came after {five|six} weeks and contained one link, to the page I had asked about.",
      ),
      at("chatbot", "The chatbot does not understand the question and there is no way to reach a human."),
      "Three people gave me three different answers about the same attachment.",
      "They told me they cannot comment on individual cases. All cases are individual.",
      at("service-points", "No free appointments for {two months|seven weeks} anywhere near the capital."),
      at("social-media", "I wrote under your post because nobody answers anywhere else, and my comment was hidden."),
    ],
    idea: [
      at("phone", "Please offer a call-back."),
      "An evening hour once a week would be enough for those of us who work.",
      at("chatbot", "Let a real person take over the chat when the bot gives up."),
      "Video appointments for people who live far from the service points.",
    ],
    question: [
      "Who can I ask when my case concerns both a work permit and my spouse's permit?",
      "Can I come to a service point without an appointment just to ask one question?",
    ],
    praise: [
      about("work", "The employer line answered our HR in two minutes and solved the case. Keep it!"),
      at("email", "I got a complete and kind answer to my e-mail the next day."),
      at("social-media", "Your people answered my question in the comments within an hour. Better than any hotline."),
    ],
  },
  instructions: {
    complaint: [
      "Instructions are spread over {five|six} pages and two of them contradict each other.",
      "It is not clear which documents must be translated, legalised, or both.",
      "The income requirement is explained in a way that even my Finnish colleague could not follow.",
      "The English page and the Finnish page give different amounts.",
      about("study", '"Comprehensive insurance" means nothing. Mine was refused and I still do not know why.'),
      about(
        "family",
        "The checklist asked for a copy of the marriage certificate, the desk asked for the original. One wasted trip of 400 km.",
      ),
      about(
        "citizenship",
        "I took a language test I did not need because the page about language skills is so unclear.",
      ),
      "I had to ask a lawyer to tell me which form to use.",
    ],
    idea: [
      "Make a checklist that asks about my situation and then shows only what I need to attach.",
      "A short video would be better than ten pages of text.",
      "Put the whole path on one page: permit, identity code, tax card, bank account. Now I need five websites.",
      about("study", "Give students one example of a complete application."),
    ],
    question: [
      "Does an employment contract in English have to be translated?",
      "Which form do I use if I change my employer in the middle of the permit?",
    ],
    praise: [
      "Very clear instructions, I could do everything by myself.",
      "The new list of attachments saved me a lot of time.",
    ],
  },
  staff: {
    praise: [
      at(
        "service-points",
        "The lady at the {Tampere|Turku|Oulu|Vantaa} service point was so kind. She noticed a missing page and printed it for me.",
      ),
      at("phone", "The person on the phone was patient and did not hang up before everything was clear."),
      "Polite and professional staff, every time.",
      "They treated me with respect, which I did not expect from a permit office.",
      at("service-points", "My children were noisy and nobody was annoyed. Thank you for the crayons!"),
      "Thank you to the officer who explained my negative decision so that I understood it.",
      "The people are great. The queue is not their fault.",
      "Friendly, fast and fair.",
    ],
    complaint: [
      at("service-points", "The officer rolled her eyes when I asked her to repeat the question in English."),
    ],
  },
  "e-services": {
    complaint: [
      at(
        "e-service",
        "The form logged me out after twenty minutes and I lost everything. This happened {three|four} times.",
      ),
      at("e-service", "I uploaded the same bank statement {three|five} times. The error message was a number."),
      at(
        "e-service",
        "I cannot identify myself without a Finnish bank, and I cannot get a bank account without the permit.",
      ),
      at("e-service", "The site does not work on a phone, and a phone is all I have."),
      at("website", "The search on your website finds nothing."),
      at("e-service", "I paid, but the application stayed a draft for two weeks and nobody told me."),
    ],
    idea: [
      at("e-service", "Save the draft automatically, please."),
      at(
        "e-service",
        "Let us download a certificate that an application is pending. Every employer and bank asks for it.",
      ),
      "You already have my passport and my photo. Fill them in for me next time.",
    ],
    question: [at("e-service", "Can I still add an attachment after I have sent the application?")],
    praise: [
      at("e-service", "I renewed my permit completely online, no visit needed. Brilliant."),
      at("e-service", "The new e-service is a huge step forward."),
    ],
  },
  openness: {
    complaint: [
      "The refusal quotes three pages of law and not one sentence about me.",
      "The practice changes and nobody tells us. We find out from each other.",
    ],
    idea: [
      "Publish how many applications are in the queue and how many are decided every week.",
      "Start every decision with a short summary in plain words.",
      "Tell us what happens to this feedback. I have answered three times and never heard what changed.",
    ],
    question: ["In which order are applications taken if not in the order they came?"],
    praise: ["I appreciate that you publish the results even when they are not good."],
  },
  privacy: {
    complaint: [
      at("service-points", "I had to talk about my divorce at the counter with ten people listening."),
      at("service-points", "Through the glass one has to shout. Everyone now knows my medical history."),
      at("phone", "I was asked to say my identity number aloud on the phone while sitting on a bus."),
    ],
    idea: [
      at("service-points", "A small closed room for sensitive matters, please."),
      at("service-points", "Space for prams and wheelchairs in the waiting area."),
    ],
  },
  "giving-feedback": {
    complaint: [
      "The feedback form is very hard to find.",
      "I gave feedback {last year|in spring} and never got an answer.",
    ],
    idea: ["Put a link for feedback into the decision letter."],
    praise: ["Thank you for asking!"],
  },
};
