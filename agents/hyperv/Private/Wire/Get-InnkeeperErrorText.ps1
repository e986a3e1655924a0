function Get-InnkeeperErrorText {
    <#
    .SYNOPSIS
        Returns an error in one line: the message of the innermost exception, which is the one from Windows.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [object] $ErrorRecord)
    $exception = $ErrorRecord
    if ($ErrorRecord -is [System.Management.Automation.ErrorRecord]) { $exception = $ErrorRecord.Exception }
    while ($null -ne $exception.InnerException) { $exception = $exception.InnerException }
    Limit-InnkeeperText (($exception.Message -replace '\s+', ' ').Trim()) 400
}
