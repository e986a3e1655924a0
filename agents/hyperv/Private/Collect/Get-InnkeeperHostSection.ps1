function Get-InnkeeperHostSection {
    <#
    .SYNOPSIS
        Reads the host itself: operating system, hardware, Hyper-V settings, global network settings.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $problems = [System.Collections.Generic.List[string]]::new()
    $section = [ordered]@{}

    $computer = (Read-InnkeeperRow 'Win32_ComputerSystem' { CimCmdlets\Get-CimInstance -ClassName Win32_ComputerSystem } $problems).rows
    foreach ($row in $computer) {
        $section = ConvertTo-InnkeeperRecord $row ([ordered]@{
                name         = 'text', 'Name'
                domain       = 'text', 'Domain'
                manufacturer = 'text', 'Manufacturer'
                model        = 'text', 'Model'
            }) $problems
        # A workgroup is not a domain: the name has no suffix there.
        if ((Get-InnkeeperProperty $row 'PartOfDomain') -eq $true -and $section.Contains('name') -and $section.Contains('domain')) { $section['fqdn'] = Limit-InnkeeperText "$($section['name']).$($section['domain'])" 1024 }
    }
    $product = (Read-InnkeeperRow 'Win32_ComputerSystemProduct' { CimCmdlets\Get-CimInstance -ClassName Win32_ComputerSystemProduct } $problems).rows
    foreach ($row in $product) { $section['smbiosUuid'] = ConvertTo-InnkeeperValue guid (Get-InnkeeperProperty $row 'UUID') }

    $system = (Read-InnkeeperRow 'Win32_OperatingSystem' { CimCmdlets\Get-CimInstance -ClassName Win32_OperatingSystem } $problems).rows
    foreach ($row in $system) {
        $section['os'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                caption     = 'text', 'Caption'
                version     = 'text', 'Version'
                build       = 'integer', 'BuildNumber'
                productType = 'integer', 'ProductType'
                sku         = 'integer', 'OperatingSystemSKU'
                bootedAt    = 'time', 'LastBootUpTime'
            }) $problems
    }

    $hardware = [ordered]@{}
    $before = $problems.Count
    $processors = (Read-InnkeeperRow 'Win32_Processor' { CimCmdlets\Get-CimInstance -ClassName Win32_Processor } $problems).rows
    if ($null -ne $processors -and $processors.Count -gt 0) {
        $hardware['processorName'] = ConvertTo-InnkeeperValue text (Get-InnkeeperProperty $processors[0] 'Name')
        $cores = [long] 0
        $isComplete = $problems.Count -eq $before
        foreach ($row in $processors) {
            $count = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'NumberOfCores')
            if ($null -eq $count) { $isComplete = $false } else { $cores += $count }
        }
        # A processor that was not read would count as one without cores.
        if ($isComplete) { $hardware['cores'] = $cores }
    }
    $hyperv = Read-InnkeeperRow 'Get-VMHost' { Hyper-V\Get-VMHost } $problems
    if ($hyperv.isMissing) { $problems.Add('The Hyper-V module for Windows PowerShell (feature Hyper-V-PowerShell) is not installed.') }
    foreach ($row in $hyperv.rows) {
        $section['hyperv'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                iovSupport                               = 'flag', 'IovSupport'
                iovSupportReasons                        = 'texts', 'IovSupportReasons'
                enableEnhancedSessionMode                = 'flag', 'EnableEnhancedSessionMode'
                numaSpanningEnabled                      = 'flag', 'NumaSpanningEnabled'
                supportedVmVersions                      = 'texts', 'SupportedVmVersions'
                virtualMachineMigrationEnabled           = 'flag', 'VirtualMachineMigrationEnabled'
                virtualMachineMigrationPerformanceOption = 'name', 'VirtualMachineMigrationPerformanceOption'
            }) $problems
        $hardware['logicalProcessors'] = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'LogicalProcessorCount')
        $hardware['memoryBytes'] = ConvertTo-InnkeeperInteger (Get-InnkeeperProperty $row 'MemoryCapacity')
    }
    $section['hardware'] = $hardware

    # Available since Windows Server 2016; authoritative if the list from Get-VMHost is missing or empty. Each host supports at
    # least one version: an empty list is an unread one.
    if ($section.Contains('hyperv') -and -not $section['hyperv']['supportedVmVersions']) {
        $section['hyperv'].Remove('supportedVmVersions')
        $before = $problems.Count
        $versions = (Read-InnkeeperRow 'Get-VMHostSupportedVersion' { Hyper-V\Get-VMHostSupportedVersion } $problems).rows
        $texts = @(foreach ($row in $versions) { ConvertTo-InnkeeperValue text (Get-InnkeeperProperty $row 'Version') })
        if ($texts.Count -gt 0 -and $problems.Count -eq $before) { $section['hyperv']['supportedVmVersions'] = $texts }
    }

    $offload = (Read-InnkeeperRow 'Get-NetOffloadGlobalSetting' { NetTCPIP\Get-NetOffloadGlobalSetting } $problems).rows
    foreach ($row in $offload) {
        $section['offload'] = ConvertTo-InnkeeperRecord $row ([ordered]@{
                receiveSideScaling          = 'Enabled', 'ReceiveSideScaling'
                networkDirect               = 'Enabled', 'NetworkDirect'
                networkDirectAcrossIPSubnets = 'Allowed', 'NetworkDirectAcrossIPSubnets'
            }) $problems
    }
    New-InnkeeperReading $section $problems
}
