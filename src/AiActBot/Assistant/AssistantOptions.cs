using System.ComponentModel.DataAnnotations;

namespace AiActBot.Assistant;

/// <summary>How questions are answered.</summary>
public sealed class AssistantOptions
{
    public const string Section = "Assistant";

    /// <summary>How many passages are looked at for one answer.</summary>
    [Range(5, 100)]
    public int Passages { get; set; } = 40;

    /// <summary>Longest answer in sentences.</summary>
    [Range(2, 12)]
    public int Sentences { get; set; } = 6;

    /// <summary>How likely it must be that a question is one for the AI Act, from 0 (answers everything) to 1 (answers nothing).</summary>
    [Range(0, 1)]
    public double Strictness { get; set; } = 0.6;

    /// <summary>How long a question such as "and for deployers?" may lean on the one before it in the same conversation.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan FollowUpFor { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many questions one person may ask in a minute.</summary>
    [Range(1, 1000)]
    public int QuestionsPerMinute { get; set; } = 20;
}

/// <summary>Where the knowledge is.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>The <c>knowledge</c> folder; empty looks for it at and above the content root, and beside and above the binary.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Where imported documents and reviewed answers are kept; empty is <c>knowledge</c> in the data directory.</summary>
    public string StoreFolder { get; set; } = "";

    /// <summary>Hosts that sources may link to beside those of public authorities, such as <c>intranet.example.org</c>.</summary>
    public IList<string> LinkHosts { get; } = [];
}
