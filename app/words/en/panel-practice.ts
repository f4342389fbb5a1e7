/** Three made-up applications, what they are judged by, and why we gave what we gave. */
export const panelPractice = {
  title: 'Practise first',
  lead: 'Three applications that nobody sent. Score each one, then read why we scored it as we did.',
  why: 'There are no wrong scores. You learn what each number means here, and we learn how you use them.',
  minutes: 'About ten minutes. You can do one today and another tomorrow.',
  states: { 'to-do': 'To do', done: 'Done' },
  example: 'Made up',
  asks: 'Asks for {amount}',
  scoreTitle: 'Your scores',
  scoreLead: 'Choose the sentence that fits best.',
  cannotJudge: 'I cannot judge this',
  cannotJudgeHint: 'That is an answer too. It counts for nothing and against nobody.',
  scoreMissing: '{criterion}: choose a sentence, or “I cannot judge this”.',
  send: 'Show me the other scores',
  sendHint: 'You cannot change your scores after that.',
  comparedTitle: 'Your scores and ours',
  compared: 'Your score: {mine}. Our score: {ours}.',
  none: 'not judged',
  next: 'Next: {title}',
  back: 'The three applications',
  allDone: 'You have practised on all three',
  tendencies: {
    lenient: 'You gave higher scores than we did. Others will give lower ones.',
    middle: 'You gave about the same scores as we did.',
    harsh: 'You gave lower scores than we did. Others will give higher ones.',
  },
  tendencyFine: 'That is fine. We ask people who score high and people who score low to read the same applications.',
  refusals: {
    'already-done': 'You have scored this one already.',
    'scores-missing': 'Some scores are missing.',
    'score-off-scale': 'Choose a score from 1 to 5.',
  },
  link: 'Practise on made-up applications',
  linkDone: 'Practice: done',
  linkPart: 'Practice: {done} of {all} done',

  criteria: {
    need: {
      name: 'The need',
      question: 'Does it show what is missing, and for whom?',
      anchors: [
        'It does not say what is missing, or for whom.',
        'It names a problem, but not who has it.',
        'It says who has the problem. It gives no example.',
        'It shows the problem with an example or a number from their own life.',
        'It shows the problem clearly, and that people lose much if nobody helps.',
      ],
    },
    led: {
      name: 'Who leads it',
      question: 'Do the people it is for lead it?',
      anchors: [
        'The people it is for take no part.',
        'They were asked. Others decide.',
        'They do some of the work. Others lead it.',
        'They lead it together with others.',
        'They had the idea, they lead it, and they decide about the money.',
      ],
    },
    plan: {
      name: 'The plan',
      question: 'Can it be done in this way?',
      anchors: [
        'We cannot see what would happen.',
        'We see what they want. Important parts are missing, such as a room or a price.',
        'The steps are there. One or two parts may not work.',
        'The steps, the people and the costs fit together.',
        'Everything fits together, and they have thought of what could go wrong.',
      ],
    },
    change: {
      name: 'What will change',
      question: 'Would people have it better afterwards?',
      anchors: [
        'Nothing would be different afterwards.',
        'Some people would have a good day. Little would stay.',
        'Some people would have it better for a time.',
        'They would clearly have it better, and the group says how it would notice.',
        'It would go on helping when the money is used up.',
      ],
    },
  },

  examples: {
    sewing: {
      title: 'Tuesday sewing evening',
      group: 'Needle and Thread',
      text: [
        'We are six women who moved here from four countries. Every Tuesday we meet in a kitchen and mend clothes.',
        'Eleven other women have asked if they can come. There is no space in the kitchen and we have one old machine. The nearest course costs £180, and none of us can pay that.',
        'We had this idea ourselves. We decide everything together, and two of us keep the money.',
        'We want to buy machines and other things, and open the evening for everybody. We are still looking for a room.',
        'The women will learn to sew and will not be alone in the evening. Perhaps some of them can earn money with it later.',
      ],
      because: {
        need: 'Eleven women on a list and a course for £180: that is an example with numbers. It does not say that anybody loses much without it.',
        led: 'They had the idea, they decide together, and they keep the money. More is not possible.',
        plan: 'There is no room yet. “Machines and other things” is no price. Both are needed before anything can happen.',
        change: 'Women would have a better evening and a skill. The group does not say how it would notice.',
      },
    },
    football: {
      title: 'Football day in the park',
      group: 'Park Lane Sports Club',
      text: [
        'Young people need more sport. We want to make a football day for them.',
        'Our committee has planned five such days. Young people who moved here put up the goals and keep the scores.',
        'The park is booked for 14 June, from 10 in the morning to 5. Two referees and a first-aider have said yes. If it rains, the school opens its hall.',
        'Costs: park £120, referees £160, first aid £90, food for 150 people £600, insurance £80, leaflets £100. Together £1,150.',
        'It will be a wonderful day for everybody.',
      ],
      because: {
        need: '“Young people need more sport” names a problem. It does not say which young people, or what they lack now.',
        led: 'Young people who moved here help on the day. The committee plans it and decides.',
        plan: 'Day, place, people and every cost are there, and the sum is right. They have even thought of rain.',
        change: 'It would be a good day. The application says nothing about the day after.',
      },
    },
    walks: {
      title: 'Not alone to the hospital',
      group: 'Riverside Health Charity',
      text: [
        'Forty women in two tower blocks do not go to the hospital alone. They cannot read the letters, and they are afraid of the bus.',
        'Last year nine of them missed an appointment about an illness. For two of them the easy treatment came too late.',
        'Our nurses and our office have made this plan. In spring we asked the women what they think of it.',
        'Twelve volunteers will walk with the women, three times each. We train them on two Saturdays. Training, tickets and phones cost £2,900.',
        'After three walks most women can go alone. We count the missed appointments before and after.',
      ],
      because: {
        need: 'We know who, how many, and what happened to them. Two women have lost a lot already.',
        led: 'The women were asked in spring. Nurses and an office decide.',
        plan: 'The steps and the costs are there. It does not say how a woman asks for a walk, and who answers.',
        change:
          'Women would go alone, and counting shows whether it is true. We do not know what happens when the money is used up.',
      },
    },
  },
} as const;
