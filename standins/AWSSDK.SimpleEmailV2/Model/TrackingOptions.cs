namespace Amazon.SimpleEmailV2.Model;

/// <summary>How opens and clicks are tracked.</summary>
public partial class TrackingOptions
{
    public string CustomRedirectDomain { get; set; }

    public HttpsPolicy HttpsPolicy { get; set; }
}
