function Test-InnkeeperOlderCommand {
    <#
    .SYNOPSIS
        Returns whether a call failed because the cmdlet of this Windows does not have the parameter, or the enum member passed to it.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param ([Parameter(Mandatory)] [System.Management.Automation.ErrorRecord] $ErrorRecord)
    $exception = $ErrorRecord.Exception
    if ($exception -isnot [System.Management.Automation.ParameterBindingException]) { return $false }
    $exception.ErrorId -eq 'NamedParameterNotFound' -or ($null -ne $exception.ParameterType -and $exception.ParameterType.IsEnum)
}
